import { useNavigate, useSearch } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useWords } from '../i18n/use-words.ts';
import './authoritys-view.css';

/**
 * What is an authority's view of its own work. Roles do not exist yet, so a switch that says so stands in their place;
 * the address keeps it, and the page behind it is not even loaded before.
 */
export function AuthoritysView({ children }: { readonly children: ReactNode }) {
  const { t } = useWords();
  const { as } = useSearch({ strict: false });
  const navigate = useNavigate();
  const open = as === 'authority';
  return (
    <>
      <div className="authority" role="note">
        <p>
          <strong>{t('views.authority.title')}.</strong> {t('views.authority.text')}
        </p>
        <button
          type="button"
          className={open ? 'button-quiet' : 'button'}
          aria-pressed={open}
          onClick={() => {
            void navigate({
              to: '.',
              search: ({ as: _, ...address }) => ({
                ...address,
                ...(open ? {} : { as: 'authority' as const }),
              }),
              replace: true,
              resetScroll: false,
            });
          }}
        >
          {t(open ? 'views.authority.leave' : 'views.authority.switch')}
        </button>
      </div>
      {open ? children : null}
    </>
  );
}
