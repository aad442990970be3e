import { Outlet, useSearch } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Failing } from '../design/Failing.tsx';
import { restart } from '../engine/client.ts';
import { useEngine } from '../engine/use-engine.ts';
import { LANGUAGES, languageFor } from '../i18n/languages.ts';
import { useWords } from '../i18n/use-words.ts';
import { KeyboardHelp } from './KeyboardHelp.tsx';
import { Rail } from './Rail.tsx';
import { TopLine } from './TopLine.tsx';
import { useWarmth } from './use-warmth.ts';
import './shell.css';

/** The bones of every page: rail, top line, and the page between them. */
export function Shell() {
  const { t, language } = useWords();
  const { i18n } = useTranslation();
  const { lang } = useSearch({ from: '__root__' });
  const [help, setHelp] = useState(false);
  const main = useRef<HTMLElement>(null);
  const facts = useEngine('facts', null);
  useWarmth(facts.isSuccess);
  useEffect(() => {
    const wanted = languageFor(lang);
    if (wanted !== i18n.language) void i18n.changeLanguage(wanted);
  }, [lang, i18n]);
  useEffect(() => {
    document.documentElement.lang = LANGUAGES[language].tag;
  }, [language]);
  useShortcuts(() => {
    setHelp(true);
  });
  return (
    <div className="shell">
      <button
        type="button"
        className="skip"
        onClick={() => {
          main.current?.focus();
        }}
      >
        {t('desk.skip')}
      </button>
      <Rail
        facts={facts.data ?? null}
        onHelp={() => {
          setHelp(true);
        }}
      />
      <div className="shell-page">
        <TopLine />
        <main ref={main} tabIndex={-1}>
          {facts.isError ? (
            <Failing
              title={t('failing.lawTitle')}
              text={t('failing.lawText')}
              step={t('failing.lawStep')}
              problem={facts.error.problem}
              again={() => {
                restart();
                void facts.refetch();
              }}
            />
          ) : (
            <Outlet />
          )}
        </main>
      </div>
      {help ? (
        <KeyboardHelp
          onClose={() => {
            setHelp(false);
          }}
        />
      ) : null}
    </div>
  );
}

/** `/` to the field and `?` for help, unless the person is writing or a dialog is open. */
function useShortcuts(onHelp: () => void): void {
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const from = event.target as HTMLElement;
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (from.closest('input:not([type=checkbox], [type=radio]), textarea, select, dialog, [popover]'))
        return;
      if (event.key === '/') document.querySelector<HTMLElement>('[data-field]')?.focus();
      else if (event.key === '?') onHelp();
      else return;
      event.preventDefault();
    };
    document.addEventListener('keydown', pressed);
    return () => {
      document.removeEventListener('keydown', pressed);
    };
  }, [onHelp]);
}
