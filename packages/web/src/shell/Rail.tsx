import { Link } from '@tanstack/react-router';
import { Day } from '../design/Day.tsx';
import { Icon } from '../design/Icon.tsx';
import type { LawFacts } from '../engine/messages.ts';
import { useWords } from '../i18n/use-words.ts';
import { RunPart } from '../screening/RunPart.tsx';
import { keepDay } from './keep-day.ts';
import { shortDigest } from './short-digest.ts';

/** The parts of the desk that there are. On a phone it stands at the bottom of the screen. */
export function Rail({ facts, onHelp }: { readonly facts: LawFacts | null; readonly onHelp: () => void }) {
  const { t } = useWords();
  return (
    <nav className="rail" aria-label={t('desk.parts')}>
      <Link to="/check" search={keepDay} className="rail-name">
        <svg width="20" height="20" viewBox="0 0 32 32" aria-hidden="true">
          <path
            d="M27 16a11 11 0 1 1-6.2-9.9"
            fill="none"
            stroke="currentColor"
            strokeWidth="3"
            strokeLinecap="round"
          />
          <circle cx="16" cy="16" r="4.5" fill="currentColor" />
        </svg>
        <span>{t('desk.name')}</span>
      </Link>
      <p className="rail-group">{t('desk.ask')}</p>
      <ul className="rail-parts">
        <li>
          <Link to="/check" search={keepDay} activeOptions={{ includeSearch: false }}>
            <Icon name="check" />
            {t('desk.check')}
          </Link>
        </li>
        <li>
          <Link to="/screen" search={keepDay} activeOptions={{ includeSearch: false }}>
            <Icon name="screen" />
            {t('desk.screen')}
            <RunPart />
          </Link>
        </li>
        <li>
          <Link to="/law" search={keepDay} activeOptions={{ includeSearch: false }}>
            <Icon name="law" />
            {t('desk.law')}
          </Link>
        </li>
      </ul>
      <div className="rail-foot">
        {facts === null ? null : (
          <>
            <p>
              {t('desk.lawReadUntil')}
              <br />
              <Day of={facts.readOn} />
            </p>
            <p>
              <code title={facts.digest}>{shortDigest(facts.digest)}</code>
            </p>
          </>
        )}
        <p>{t('desk.nothingLeaves')}</p>
        <button type="button" className="rail-help" onClick={onHelp}>
          <kbd>?</kbd> {t('desk.help')}
        </button>
      </div>
    </nav>
  );
}
