import type { Confidence as HowSure } from '@custody/core';
import { useWords } from '../i18n/use-words.ts';
import './confidence.css';

/** Whether somebody has read the fact in its source: shown wherever the fact is. */
export function Confidence({ of, title }: { readonly of: HowSure; readonly title?: string }) {
  const { t } = useWords();
  return (
    <span className={`confidence confidence-${of}`} title={title}>
      <svg width="12" height="12" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
        {of === 'verified' ? (
          <path d="M1.8 6.4 4.7 9.3 10.2 2.9" fill="none" stroke="currentColor" strokeWidth="1.5" />
        ) : (
          <circle
            cx="6"
            cy="6"
            r="4.6"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.3"
            strokeDasharray="1.8 1.8"
          />
        )}
      </svg>
      {t(of === 'verified' ? 'proof.verified' : 'proof.unverified')}
    </span>
  );
}

/** Behind a day that nobody has verified; nothing behind one that somebody has. */
export function DayDoubt({ sure }: { readonly sure: boolean }) {
  const { t } = useWords();
  return sure ? null : <span className="day-doubt">({t('check.unverified')})</span>;
}
