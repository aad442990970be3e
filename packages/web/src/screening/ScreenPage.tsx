import type { Problem } from '@custody/core';
import { useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';
import { Failing } from '../design/Failing.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { say } from '../i18n/say.ts';
import { useWords, type Words } from '../i18n/use-words.ts';
import { StrangeDay } from '../shell/AsOfNotices.tsx';
import { PageHead } from '../shell/PageHead.tsx';
import { useAsOf } from '../shell/use-as-of.ts';
import { DropZone } from './DropZone.tsx';
import { EmptyView } from './EmptyView.tsx';
import { OpenedView } from './OpenedView.tsx';
import { questionOf } from './question-of.ts';
import { ResultView } from './ResultView.tsx';
import { openFile, useRun } from './run.ts';
import { useDroppedFile } from './use-dropped-file.ts';
import './screening.css';

/** Screen: which lines of a file are controlled. The file stays on this machine. */
export function ScreenPage() {
  const words = useWords();
  const { t } = words;
  const address = useSearch({ from: '/screen' });
  const asOf = useAsOf();
  const run = useRun();
  const takeText = useCallback(
    (text: string): void => {
      void openFile(new Blob([text], { type: 'text/plain' }), t('screen.pasteName'));
    },
    [t],
  );
  const over = useDroppedFile(takeFile, takeText);
  if (asOf.strange !== null) return <StrangeDay text={asOf.strange} />;
  const question = questionOf(address, asOf);
  return (
    <>
      {over ? (
        <div className="drop-over" role="status">
          <p>{t('screen.dropNow')}</p>
        </div>
      ) : null}
      {run.stage === 'empty' ? <EmptyView onText={takeText} /> : null}
      {run.stage === 'opening' ? (
        <>
          <PageHead title={t('screen.opening', { name: run.name })} />
          <Waiting lines={5} />
        </>
      ) : null}
      {run.stage === 'opened' ? <OpenedView file={run.file} question={question} /> : null}
      {run.stage === 'running' || run.stage === 'done' ? <ResultView run={run} question={question} /> : null}
      {run.stage === 'failed' ? (
        <>
          <Failing
            title={t(run.screened === null ? 'screen.failedOpen' : 'screen.failedRun', { name: run.name })}
            text={t(run.screened === null ? 'screen.failedText' : 'screen.failedRunText')}
            problem={run.problem}
            step={stepAfter(run.problem, words)}
          />
          {run.screened === null ? (
            <DropZone onText={takeText} />
          ) : (
            <ResultView
              run={{ ...run.screened, stage: 'done', whole: false, comparison: null }}
              question={question}
            />
          )}
        </>
      ) : null}
    </>
  );
}

/** What to do: as the reader of files says it, else as much as is known here. */
function stepAfter({ code, todo, data }: Problem, words: Words): string {
  if (todo !== undefined) {
    return say({ code: `${code}.todo`, text: todo, ...(data === undefined ? {} : { data }) }, words).text;
  }
  return words.t(code === 'file-changed' ? 'screen.failedStep.file-changed' : 'screen.failedStep.other');
}

function takeFile(file: File): void {
  void openFile(file, file.name);
}
