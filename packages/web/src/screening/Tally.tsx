import type { RowVerdict } from '@custody/core';
import { useSearch } from '@tanstack/react-router';
import { StateMark } from '../design/StateMark.tsx';
import { useWords, type Words } from '../i18n/use-words.ts';
import { toggled } from './filter-of.ts';
import type { Progress } from './messages.ts';
import { VERDICTS } from './packed-piece.ts';
import { useScreenAddress } from './use-screen-address.ts';

/** The states with their counts, which grow while a run goes on; each of them shows its lines alone. */
export function Tally({ progress }: { readonly progress: Progress }) {
  const { t } = useWords();
  return (
    <div className="tally" role="group" aria-label={t('screen.filterVerdict')}>
      {VERDICTS.map((verdict) => (
        <Count key={verdict} verdict={verdict} progress={progress} />
      ))}
    </div>
  );
}

function Count({ verdict, progress }: { readonly verdict: RowVerdict; readonly progress: Progress }) {
  const { count } = useWords();
  const address = useSearch({ from: '/screen' });
  const change = useScreenAddress();
  const rows = progress.verdicts[verdict];
  const part = progress.rows === 0 ? 0 : rows / progress.rows;
  const chosen = address.verdict?.split(',').includes(verdict) ?? false;
  return (
    <button
      type="button"
      className={`tally-count tally-${verdict}`}
      data-verdict={verdict}
      aria-pressed={chosen}
      onClick={() => {
        change(({ verdict: before, ...rest }) => {
          const after = toggled(before, verdict);
          return after === undefined ? rest : { ...rest, verdict: after };
        });
      }}
    >
      <span className="tally-number">{count(rows)}</span>
      <VerdictWord verdict={verdict} />
      <span className="tally-bar" aria-hidden="true">
        <span style={{ width: `${String(part * 100)}%` }} />
      </span>
    </button>
  );
}

/** Mark and word of what a line comes to; what could not be read has a mark of its own. */
export function VerdictWord({ verdict }: { readonly verdict: RowVerdict }) {
  const { t } = useWords();
  return (
    <span className={`state-word state-${verdict}`}>
      {verdict === 'unreadable' ? (
        <svg
          className="state-mark state-unreadable"
          width={14}
          height={14}
          viewBox="0 0 14 14"
          aria-hidden="true"
          focusable="false"
        >
          <path d="M2.5 2.5l9 9M11.5 2.5l-9 9" stroke="currentColor" strokeWidth="1.6" fill="none" />
        </svg>
      ) : (
        <StateMark status={verdict} />
      )}
      <span>{verdictWord(verdict, t)}</span>
    </span>
  );
}

export function verdictWord(verdict: RowVerdict, t: Words['t']): string {
  return verdict === 'unreadable' ? t('check.unreadable') : t(`status.${verdict}`);
}
