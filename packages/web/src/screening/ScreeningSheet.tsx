import { useQuery } from '@tanstack/react-query';
import { useWords } from '../i18n/use-words.ts';
import { today } from '../shell/today.ts';
import { questionWords } from './question-of.ts';
import { stateOf } from './ResultView.tsx';
import { EVERY_ROW, type RowFilter } from './row-filter.ts';
import { Goods, Places, readColumns } from './RowsTab.tsx';
import type { ShownRun } from './run.ts';
import { VerdictWord } from './Tally.tsx';
import { askReading } from './workers.ts';

/** Lines that a printed sheet has; a longer result is saved as a file. */
const LINES_PRINTED_MAX = 500;

/** Lines that somebody must look at. */
const TO_LOOK_AT: RowFilter = {
  ...EVERY_ROW,
  verdicts: ['controlled', 'review', 'unknown', 'unreadable'],
};

/** The result as a dated sheet: what was screened, what it came to, and the lines to look at. Seen on paper only. */
export function ScreeningSheet({ run }: { readonly run: ShownRun }) {
  const words = useWords();
  const { t, day, count } = words;
  const found = useQuery({
    queryKey: ['screening-sheet', run.id, run.stage],
    queryFn: () => askReading('rows', { filter: TO_LOOK_AT, from: 0, count: LINES_PRINTED_MAX }),
    staleTime: Infinity,
    retry: false,
    networkMode: 'always',
  });
  const rows = found.data?.rows ?? [];
  const more = (found.data?.total ?? 0) - rows.length;
  const columns = readColumns(run);
  return (
    <div className="sheet">
      <header className="sheet-head">
        <p>{t('screen.sheetTitle')}</p>
        <p>{t('sheet.printed', { day: day(today()) })}</p>
      </header>
      <h1>{t('screen.doneTitle', { name: run.file.name })}</h1>
      <p className="lead">{stateOf(run, words)}</p>
      <dl className="facts sheet-facts">
        <div className="fact">
          <dt>{t('sheet.asked')}</dt>
          <dd>{questionWords(run.question, words)}</dd>
        </div>
        <div className="fact">
          <dt>{t('sheet.law')}</dt>
          <dd>{rows[0]?.screened.asOf.law ?? ''}</dd>
        </div>
      </dl>
      <h2>{t('screen.sheetRows')}</h2>
      <table className="sheet-rows">
        <thead>
          <tr>
            <th scope="col">{t('screen.column.row')}</th>
            <th scope="col">{t('screen.column.goods')}</th>
            <th scope="col">{t('screen.column.verdict')}</th>
            <th scope="col">{t('screen.column.places')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ screened }) => (
            <tr key={screened.row}>
              <td>{count(screened.row)}</td>
              <td>
                <Goods row={screened} columns={columns} />
              </td>
              <td>
                <VerdictWord verdict={screened.verdict} />
              </td>
              <td>
                <Places row={screened} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more <= 0 ? null : <p>{t('screen.sheetMore', { rows: count(more) })}</p>}
      <footer className="sheet-foot">{t('sheet.page')}</footer>
    </div>
  );
}
