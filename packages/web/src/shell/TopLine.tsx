import { useNavigate, useRouterState, useSearch } from '@tanstack/react-router';
import { LANGUAGE_CODES, LANGUAGES, remember, type Language } from '../i18n/languages.ts';
import { useWords } from '../i18n/use-words.ts';
import { DayChip } from './DayChip.tsx';
import { GlobalField } from './GlobalField.tsx';

/** The field, the day in force, the language: on every page, in the same place. */
export function TopLine() {
  const path = useRouterState({ select: (state) => state.location.pathname });
  const { q } = useSearch({ strict: false });
  // The quiet page of Check has the field in its middle, and a page has one field.
  const fieldBelow = path === '/check' && q === undefined;
  return (
    <header className="top-line">
      <div className="top-line-field">{fieldBelow ? null : <GlobalField key={q ?? ''} />}</div>
      <DayChip />
      <LanguageChoice />
    </header>
  );
}

function LanguageChoice() {
  const { t, language } = useWords();
  const navigate = useNavigate();
  return (
    <label className="language">
      <span className="unseen">{t('desk.language')}</span>
      <select
        className="select"
        value={language}
        onChange={(event) => {
          const lang = event.target.value as Language;
          remember(lang);
          void navigate({ to: '.', search: (address) => ({ ...address, lang }), replace: true });
        }}
      >
        {LANGUAGE_CODES.map((code) => (
          <option key={code} value={code} lang={LANGUAGES[code].tag}>
            {LANGUAGES[code].name}
          </option>
        ))}
      </select>
    </label>
  );
}
