import type { RowDifference } from '@custody/core';
import { Link } from '@tanstack/react-router';
import { useCallback } from 'react';
import { StateMark } from '../design/StateMark.tsx';
import { WindowedTable, type WindowedColumn } from '../design/WindowedTable.tsx';
import { useWords } from '../i18n/use-words.ts';
import type { Comparison } from './messages.ts';
import { endComparison } from './run.ts';
import { SaveDifferences } from './SaveButton.tsx';
import { VerdictWord, verdictWord } from './Tally.tsx';

/** The lines whose answer is not what it was in the earlier result, with both answers. */
export function DifferencesTab({ comparison }: { readonly comparison: Comparison }) {
  const words = useWords();
  const { t, count } = words;
  const { differences, total, name, rows } = comparison;
  const columns: readonly WindowedColumn<RowDifference>[] = [
    {
      id: 'row',
      header: t('screen.column.row'),
      track: '72px',
      cell: ({ row, earlierRow, verdict }) =>
        row === null || verdict.to === null ? (
          <span className="faint">{count(earlierRow ?? 0)}</span>
        ) : (
          <Link
            to="/screen"
            search={(address) => ({ ...address, row: String(row) })}
            replace
            resetScroll={false}
            className="row-link"
            aria-label={t('screen.openRow', { row: count(row), verdict: verdictWord(verdict.to, t) })}
          >
            {count(row)}
          </Link>
        ),
    },
    {
      id: 'goods',
      header: t('screen.column.read'),
      track: 'minmax(0, 1.6fr)',
      cell: ({ input }) =>
        Object.values(input)
          .filter((text) => text.trim() !== '')
          .join(' · '),
    },
    {
      id: 'before',
      header: t('screen.column.before'),
      track: 'minmax(0, 1fr)',
      cell: ({ verdict }) => <Side verdict={verdict.from} />,
    },
    {
      id: 'after',
      header: t('screen.column.after'),
      track: 'minmax(0, 1fr)',
      cell: ({ verdict }) => <Side verdict={verdict.to} />,
    },
    {
      id: 'places',
      header: t('screen.column.places'),
      track: 'minmax(0, 1.4fr)',
      cell: (difference) => <Changes difference={difference} />,
    },
    {
      id: 'controls',
      header: t('screen.column.controls'),
      track: 'minmax(0, 1.4fr)',
      cell: ({ controls: { gained, lost } }) => (
        <span className="soft">
          {[
            ...gained.map((what) => t('screen.change.came', { what })),
            ...lost.map((what) => t('screen.change.went', { what })),
          ].join(', ')}
        </span>
      ),
    },
  ];
  const rowAt = useCallback((index: number) => differences[index], [differences]);
  const onWindow = useCallback(() => undefined, []);
  return (
    <>
      <div className="compare-line">
        <p>
          {total === 0
            ? t('screen.compareNone', { name, rows: count(rows) })
            : t('screen.compareState', { count: total, found: count(total), name, rows: count(rows) })}
        </p>
        <div className="button-row">
          {total === 0 ? null : <SaveDifferences comparison={comparison} />}
          <button type="button" className="button-quiet" onClick={endComparison}>
            {t('screen.compareEnd')}
          </button>
        </div>
      </div>
      <WindowedTable
        caption={t('screen.tabDifferences', { rows: count(total) })}
        columns={columns}
        total={differences.length}
        rowAt={rowAt}
        onWindow={onWindow}
        empty={t('screen.compareNone', { name, rows: count(rows) })}
      />
    </>
  );
}

function Side({ verdict }: { readonly verdict: RowDifference['verdict']['from'] }) {
  const { t } = useWords();
  return verdict === null ? (
    <span className="faint">{t('screen.absent')}</span>
  ) : (
    <VerdictWord verdict={verdict} />
  );
}

/** The jurisdictions that say something else now: the mark of before and of now. */
function Changes({ difference: { jurisdictions } }: { readonly difference: RowDifference }) {
  const { t, place } = useWords();
  return (
    <ul className="marks">
      {jurisdictions.map(({ jurisdiction, from, to }) => {
        const [before, after] = [from, to].map((status) =>
          status === null ? t('screen.absent') : t(`status.${status}`),
        );
        const said = `${before ?? ''} → ${after ?? ''}`;
        return (
          <li key={jurisdiction} title={`${place(jurisdiction)}: ${said}`}>
            {jurisdiction}
            {from === null ? null : <StateMark status={from} size={11} />}
            <span aria-hidden="true">→</span>
            {to === null ? null : <StateMark status={to} size={11} />}
            <span className="unseen">{said}</span>
          </li>
        );
      })}
    </ul>
  );
}
