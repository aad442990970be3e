import { useEffect, useMemo, useState } from 'react';
import { Failing } from '../../design/Failing.tsx';
import { Icon } from '../../design/Icon.tsx';
import { EngineRefusal } from '../../engine/messages.ts';
import { useWords } from '../../i18n/use-words.ts';
import { FileButton } from '../../screening/DropZone.tsx';
import { askDraft, onCatalogueProgress } from './draft-engine.ts';
import { FindingTable, type FindingLine } from './FindingTable.tsx';
import type { CatalogueFinding, CatalogueResult, CatalogueTally } from './messages.ts';

interface Run {
  readonly file: File;
  /** The draft it was run with. */
  readonly text: string;
  readonly begun: number;
  readonly tally: CatalogueTally | null;
  readonly result: CatalogueResult | null;
  readonly problem: EngineRefusal['problem'] | null;
}

/** The draft on a catalogue the reader gives: what of it is in trade there. The file stays on this machine. */
export function Catalogue({ text }: { readonly text: string }) {
  const { t } = useWords();
  const [run, setRun] = useState<Run | null>(null);
  const [over, setOver] = useState(false);
  useEffect(() => {
    onCatalogueProgress((tally) => {
      setRun((before) => (before === null ? null : { ...before, tally }));
    });
    return () => {
      onCatalogueProgress(() => undefined);
      void askDraft('stop', null);
    };
  }, []);
  const start = (file: File): void => {
    const begun = performance.now();
    setRun({ file, text, begun, tally: null, result: null, problem: null });
    const settle = (done: Pick<Run, 'result' | 'problem'>): void => {
      setRun((before) => (before?.begun === begun ? { ...before, ...done } : before));
    };
    askDraft('catalogue', { text, file, name: file.name }).then(
      (result) => {
        settle({ result, problem: null });
      },
      (error: unknown) => {
        const problem =
          error instanceof EngineRefusal ? error.problem : { code: 'draft-fault', message: String(error) };
        settle({ result: null, problem });
      },
    );
  };
  return (
    <>
      <div
        className="draft-drop"
        data-over={over}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => {
          setOver(false);
        }}
        onDrop={(event) => {
          event.preventDefault();
          setOver(false);
          const file = event.dataTransfer.files[0];
          if (file !== undefined) start(file);
        }}
      >
        <Icon name="take" size={20} />
        <p>
          {run === null ? t('views.draft.drop') : run.file.name}{' '}
          <span className="soft">{t('views.draft.stays')}</span>
        </p>
        <FileButton name={t('views.draft.choose')} onFile={start} />
        {run !== null && run.text !== text && (run.result !== null || run.problem !== null) ? (
          <button
            type="button"
            className="button"
            onClick={() => {
              start(run.file);
            }}
          >
            {t('views.draft.runAgain')}
          </button>
        ) : null}
      </div>
      {run === null ? null : <RunState run={run} stale={run.text !== text} />}
    </>
  );
}

function RunState({ run, stale }: { readonly run: Run; readonly stale: boolean }) {
  const { t, count } = useWords();
  const { result, tally, problem } = run;
  const lines = useMemo(() => (result?.findings ?? []).map(lineOf), [result]);
  if (problem !== null) {
    return <Failing title={t('views.draft.failed')} text={t('failing.engineText')} problem={problem} />;
  }
  if (result === null) {
    const rows = tally?.rows ?? 0;
    const rate = Math.round(rows / Math.max(0.001, (performance.now() - run.begun) / 1000));
    return (
      <div className="draft-running" role="status">
        <span>{t('views.draft.running', { rows: count(rows), rate: count(rate) })}</span>
        <button type="button" className="button-quiet" onClick={() => void askDraft('stop', null)}>
          <Icon name="stop" size={13} />
          {t('views.draft.stop')}
        </button>
      </div>
    );
  }
  const compared = result.findings.some(({ inForce }) => inForce !== null);
  const all = result.tally;
  return (
    <>
      <div role="status">
        <ul className="draft-summary">
          {stale ? <li className="class-doubt">{t('views.draft.again')}</li> : null}
          {result.whole ? null : <li className="class-doubt">{t('views.draft.stopped')}</li>}
          <li>
            {t('views.draft.read', { count: all.rows })}
            {all.unread === 0 ? '' : `, ${t('views.draft.unread', { count: all.unread })}`}.{' '}
            {result.columns.length === 0
              ? t('views.draft.columnsNone')
              : t('views.draft.column', { columns: result.columns.join(', ') })}
          </li>
          <li>{t('views.draft.summaryDraft', { match: all.match, review: all.review })}</li>
          {compared ? <li>{t('views.draft.summaryDiffers', { newly: all.newly, lost: all.lost })}</li> : null}
          {result.findings.length < all.match + all.review ? (
            <li>{t('views.draft.kept', { count: result.findings.length })}</li>
          ) : null}
        </ul>
      </div>
      <FindingTable lines={lines} fileName="draft-catalogue" compared={compared} />
    </>
  );
}

function lineOf({ row, text: _, smiles, name, ...finding }: CatalogueFinding): FindingLine {
  return { key: `row ${String(row)}`, name, smiles, kind: 'row', row, finding };
}
