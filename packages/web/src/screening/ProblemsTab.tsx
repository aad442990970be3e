import { useSearch } from '@tanstack/react-router';
import { Said } from '../check/Said.tsx';
import { WindowedTable, type WindowedColumn } from '../design/WindowedTable.tsx';
import { useWords } from '../i18n/use-words.ts';
import { filterOf } from './filter-of.ts';
import type { ListedRow } from './messages.ts';
import { Goods, readColumns, rowColumn, ShownCount } from './RowsTab.tsx';
import type { ShownRun } from './run.ts';
import { useRows } from './use-rows.ts';

/** The lines of which something could not be read, or does not belong together. */
export function ProblemsTab({ run }: { readonly run: ShownRun }) {
  const words = useWords();
  const { t } = words;
  const address = useSearch({ from: '/screen' });
  const filter = filterOf(address);
  const rows = useRows(run.id, filter, run.progress.rows);
  const columns: readonly WindowedColumn<ListedRow>[] = [
    rowColumn(words),
    {
      id: 'goods',
      header: t('screen.column.goods'),
      cell: ({ screened }) => <Goods row={screened} columns={readColumns(run)} />,
      track: 'minmax(0, 1.2fr)',
    },
    {
      id: 'problem',
      header: t('screen.column.problem'),
      cell: ({ screened: { problems } }) => {
        const [first] = problems.filter(
          (problem) => filter.problem === '' || problem.code === filter.problem,
        );
        if (first === undefined) return null;
        const { code, message: text, data } = first;
        return (
          <span title={text}>
            <Said of={{ code, text, ...(data === undefined ? {} : { data }) }} />
            {problems.length > 1 ? (
              <span className="faint"> {t('screen.moreGoods', { count: problems.length - 1 })}</span>
            ) : null}
          </span>
        );
      },
      track: 'minmax(0, 3fr)',
    },
    {
      id: 'in',
      header: t('screen.column.in'),
      cell: ({ screened }) => <span className="soft">{screened.problems[0]?.column ?? ''}</span>,
      track: 'minmax(0, 0.7fr)',
    },
  ];
  return (
    <>
      <p className="soft problems-mean">{t('screen.problemsMean')}</p>
      <ShownCount shown={rows.total} all={run.progress.rows} />
      <WindowedTable
        caption={t('screen.column.problem')}
        columns={columns}
        total={rows.total ?? 0}
        rowAt={rows.rowAt}
        onWindow={rows.onWindow}
        empty={
          rows.total === null
            ? t('desk.loading')
            : run.progress.withProblems === 0
              ? t('screen.noProblems')
              : t('screen.nothingShown')
        }
      />
    </>
  );
}
