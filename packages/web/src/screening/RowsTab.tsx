import type { Jurisdiction, ScreenedRow } from '@custody/core';
import { Link, useSearch } from '@tanstack/react-router';
import { StateMark } from '../design/StateMark.tsx';
import { WindowedTable, type WindowedColumn } from '../design/WindowedTable.tsx';
import { useWords, type Words } from '../i18n/use-words.ts';
import { filterOf } from './filter-of.ts';
import type { ListedRow } from './messages.ts';
import type { ShownRun } from './run.ts';
import { VerdictWord, verdictWord } from './Tally.tsx';
import { useRows } from './use-rows.ts';

/** All lines that the filters show. */
export function RowsTab({ run }: { readonly run: ShownRun }) {
  const words = useWords();
  const { t } = words;
  const address = useSearch({ from: '/screen' });
  const rows = useRows(run.id, filterOf(address), run.progress.rows);
  const columns: readonly WindowedColumn<ListedRow>[] = [
    rowColumn(words),
    {
      id: 'goods',
      header: t('screen.column.goods'),
      cell: ({ screened }) => <Goods row={screened} columns={readColumns(run)} />,
      track: 'minmax(0, 2.6fr)',
    },
    {
      id: 'verdict',
      header: t('screen.column.verdict'),
      cell: ({ screened }) => <VerdictWord verdict={screened.verdict} />,
      track: 'minmax(0, 1.3fr)',
    },
    {
      id: 'places',
      header: t('screen.column.places'),
      cell: ({ screened }) => <Places row={screened} />,
      track: 'minmax(0, 1.9fr)',
    },
    {
      id: 'basis',
      header: t('screen.column.basis'),
      cell: ({ screened }) => (
        <span className="soft">{screened.bases.map((basis) => t(`check.basis.${basis}`)).join(', ')}</span>
      ),
      track: 'minmax(0, 1.3fr)',
    },
  ];
  return (
    <>
      <ShownCount shown={rows.total} all={run.progress.rows} />
      <WindowedTable
        caption={t('screen.tabRows')}
        columns={columns}
        total={rows.total ?? 0}
        rowAt={rows.rowAt}
        onWindow={rows.onWindow}
        empty={rows.total === null || run.progress.rows === 0 ? t('desk.loading') : t('screen.nothingShown')}
      />
    </>
  );
}

export function ShownCount({ shown, all }: { readonly shown: number | null; readonly all: number }) {
  const { t, count } = useWords();
  return (
    <p className="label shown-count">
      {shown === null
        ? ' '
        : shown === all
          ? t('screen.shown', { count: shown, rows: count(shown) })
          : t('screen.shownOf', { shown: count(shown), all: count(all) })}
    </p>
  );
}

/** The number of the line, which opens it. */
export function rowColumn({ t, count }: Words): WindowedColumn<ListedRow> {
  return {
    id: 'row',
    header: t('screen.column.row'),
    track: '72px',
    cell: ({ screened }) => (
      <Link
        to="/screen"
        search={(address) => ({ ...address, row: String(screened.row) })}
        replace
        resetScroll={false}
        className="row-link"
        aria-label={t('screen.openRow', {
          row: count(screened.row),
          verdict: verdictWord(screened.verdict, t),
        })}
      >
        {count(screened.row)}
      </Link>
    ),
  };
}

/** The columns that were read for goods, in the order in which they say most. */
export function readColumns({ roles }: Pick<ShownRun, 'roles'>): readonly string[] {
  const { name, description, structure, cas, hs } = roles;
  return [name, description, structure, cas, hs].filter((column) => column !== null);
}

/** What the line names: the goods that were recognised, else the words that stand in it. */
export function Goods({ row, columns }: { readonly row: ScreenedRow; readonly columns: readonly string[] }) {
  const { t } = useWords();
  const [first] = row.goods.filter((goods) => goods.name !== null);
  const read = columns.map((column) => (row.input[column] ?? '').trim()).filter((text) => text !== '');
  if (first === undefined) return <span className="row-read">{read[0] ?? t('screen.noGoods')}</span>;
  return (
    <>
      <span className="row-name">{first.name}</span>
      {row.goods.length > 1 ? (
        <span className="faint"> {t('screen.moreGoods', { count: row.goods.length - 1 })}</span>
      ) : null}
      {read[0] === undefined || read[0] === first.name ? null : (
        <span className="faint row-read"> · {read[0]}</span>
      )}
    </>
  );
}

/** The jurisdictions that control the goods or send them to a person. */
export function Places({ row }: { readonly row: Pick<ScreenedRow, 'jurisdictions'> }) {
  const { t, place } = useWords();
  const entries = Object.entries(row.jurisdictions) as [Jurisdiction, string][];
  return (
    <ul className="marks">
      {entries.flatMap(([jurisdiction, status]) =>
        status === 'controlled' || status === 'review'
          ? [
              <li key={jurisdiction} title={`${place(jurisdiction)}: ${t(`status.${status}`)}`}>
                <StateMark status={status} size={11} />
                <span className="unseen">{t(`status.${status}`)}: </span>
                {jurisdiction}
              </li>,
            ]
          : [],
      )}
    </ul>
  );
}
