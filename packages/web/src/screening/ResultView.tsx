import type { RowVerdict } from '@custody/core';
import { useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { Icon } from '../design/Icon.tsx';
import { Notice } from '../design/Notice.tsx';
import { Tabs } from '../design/Tabs.tsx';
import { useWords, type Words } from '../i18n/use-words.ts';
import { AsOfNotices } from '../shell/AsOfNotices.tsx';
import { PageHead } from '../shell/PageHead.tsx';
import { CompareButton } from './CompareButton.tsx';
import { DifferencesTab } from './DifferencesTab.tsx';
import { FileLine } from './FileLine.tsx';
import { FileProblems } from './FileProblems.tsx';
import { Filters } from './Filters.tsx';
import { filterOf } from './filter-of.ts';
import type { ScreeningQuestion } from './messages.ts';
import { VERDICTS } from './packed-piece.ts';
import { ProblemsTab } from './ProblemsTab.tsx';
import { isSameQuestion, questionWords } from './question-of.ts';
import { RowDrawer } from './RowDrawer.tsx';
import { RowsTab } from './RowsTab.tsx';
import { RunningLine } from './RunningLine.tsx';
import { close, screen, type ShownRun } from './run.ts';
import { SaveButton } from './SaveButton.tsx';
import { ScreeningSheet } from './ScreeningSheet.tsx';
import { ScreenNarrowing } from './ScreenNarrowing.tsx';
import { rateOf, timeWords } from './size-words.ts';
import { Tally } from './Tally.tsx';
import { useScreenAddress } from './use-screen-address.ts';

interface ResultViewProps {
  readonly run: ShownRun;
  /** The question of the address, which may have moved on since the run began. */
  readonly question: ScreeningQuestion;
}

/** A run and what has come of it so far: counts, filters, lines, problems, differences. */
export function ResultView({ run, question }: ResultViewProps) {
  const words = useWords();
  const { t } = words;
  const address = useSearch({ from: '/screen' });
  const filter = filterOf(address);
  const done = run.stage === 'done';
  return (
    <article className="screened">
      <PageHead
        title={t(done ? 'screen.doneTitle' : 'screen.runningTitle', { name: run.file.name })}
        {...(done ? { state: stateOf(run, words) } : {})}
        tools={done ? <DoneTools run={run} filter={filter} /> : null}
      >
        {run.stage === 'running' ? <RunningLine run={run} /> : null}
      </PageHead>
      <AsOfNotices asOf={{ on: run.question.on, known: run.question.known, strange: null }} />
      <Moved run={run} question={question} />
      {done && !run.whole ? (
        <div className="page-notices">
          <Notice>
            <p>{t('screen.stopped', { rows: words.count(run.progress.rows) })}</p>
          </Notice>
        </div>
      ) : null}
      <FileProblems problems={run.file.problems} />
      <FileLine run={run} question={question} />
      <ScreenNarrowing />
      <Tally progress={run.progress} />
      <Views run={run} />
      {address.row === undefined ? null : (
        <RowDrawer run={run} number={Number(address.row)} filter={filter} open={address.open ?? null} />
      )}
      {address.row === undefined && done ? <ScreeningSheet run={run} /> : null}
    </article>
  );
}

function Views({ run }: { readonly run: ShownRun }) {
  const { t, count } = useWords();
  const address = useSearch({ from: '/screen' });
  const change = useScreenAddress();
  const comparison = run.stage === 'done' ? run.comparison : null;
  const tabs = [
    { key: 'rows', name: t('screen.tabRows') },
    { key: 'problems', name: t('screen.tabProblems', { rows: count(run.progress.withProblems) }) },
    ...(comparison === null
      ? []
      : [
          {
            key: 'differences',
            name: t('screen.tabDifferences', { rows: count(comparison.total) }),
          } as const,
        ]),
  ] as const;
  const chosen = tabs.some(({ key }) => key === address.tab) ? (address.tab ?? 'rows') : 'rows';
  const [text, setText] = useState(address.text ?? '');
  return (
    <Tabs
      label={t('screen.tabs')}
      tabs={tabs}
      chosen={chosen}
      onChoose={(key) => {
        change(({ tab: _, problem: __, ...rest }) => (key === 'rows' ? rest : { ...rest, tab: key }));
      }}
    >
      {chosen === 'differences' && comparison !== null ? (
        <DifferencesTab comparison={comparison} />
      ) : (
        <>
          <Filters
            progress={run.progress}
            problems={chosen === 'problems'}
            text={text}
            onText={(typed) => {
              setText(typed);
              change(({ text: _, ...rest }) => (typed.trim() === '' ? rest : { ...rest, text: typed }));
            }}
          />
          {chosen === 'problems' ? <ProblemsTab run={run} /> : <RowsTab run={run} />}
        </>
      )}
    </Tabs>
  );
}

function DoneTools({
  run,
  filter,
}: {
  readonly run: ShownRun;
  readonly filter: ReturnType<typeof filterOf>;
}) {
  const { t } = useWords();
  return (
    <>
      <SaveButton run={run} filter={filter} />
      <CompareButton />
      <button
        type="button"
        className="button-quiet"
        onClick={() => {
          print();
        }}
      >
        <Icon name="print" />
        {t('check.print')}
      </button>
      <button type="button" className="button-quiet" onClick={close}>
        {t('screen.other')}
      </button>
    </>
  );
}

/** The page asks about another day or other jurisdictions than the run did: it says so and offers to run again. */
function Moved({ run, question }: ResultViewProps) {
  const words = useWords();
  const { t } = words;
  if (isSameQuestion(run.question, question)) return null;
  return (
    <div className="page-notices">
      <Notice>
        <p>
          {t('screen.moved', {
            then: questionWords(run.question, words),
            now: questionWords(question, words),
          })}
        </p>
        <p>
          <button
            type="button"
            className="button-quiet"
            onClick={() => {
              void screen(run.roles, question);
            }}
          >
            {t('screen.again')}
          </button>
        </p>
      </Notice>
    </div>
  );
}

/** `2,271 to review`. */
function verdictCount(verdict: RowVerdict, rows: number, { t, count }: Words): string {
  return t(`check.severalCount.${verdict}`, { count: rows }).replace(String(rows), count(rows));
}

/** Of shorter lists the time says nothing. */
const WORTH_SAYING_ROWS = 1_000;

/** One sentence: how many lines there were and what they came to. */
export function stateOf({ progress, question, workedMs }: ShownRun, words: Words): string {
  const { t, day, list, count, language } = words;
  const counts = VERDICTS.filter((verdict) => progress.verdicts[verdict] > 0).map((verdict) =>
    verdictCount(verdict, progress.verdicts[verdict], words),
  );
  const lines = t('screen.doneLines', { count: progress.rows, rows: count(progress.rows) });
  const said =
    progress.rows === 0
      ? t('screen.doneNothing')
      : t('screen.doneState', { lines, day: day(question.on), words: list(counts) });
  const took = t('screen.doneIn', {
    time: timeWords(workedMs, words),
    rate: count(rateOf(progress.rows, workedMs)),
  });
  return progress.rows < WORTH_SAYING_ROWS ? said : [said, took].join(language === 'zh' ? '' : ' ');
}
