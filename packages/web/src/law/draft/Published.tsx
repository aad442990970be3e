import type { PublishedFinding } from '@custody/core';
import { useMemo } from 'react';
import { Failing } from '../../design/Failing.tsx';
import { Waiting } from '../../design/Waiting.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { useDraft } from './DraftPage.tsx';
import { FindingTable, type FindingLine } from './FindingTable.tsx';

/** The draft on what the compiled law publishes: examples of class rules, and named goods. */
export function Published({ text }: { readonly text: string }) {
  const { t } = useWords();
  const found = useDraft('published', text, true);
  const lines = useMemo(() => (found.data ?? []).map(lineOf), [found.data]);
  if (found.isError) {
    return (
      <Failing title={t('views.draft.failed')} text={t('failing.engineText')} problem={found.error.problem} />
    );
  }
  if (found.data === undefined) return <Waiting lines={6} />;
  const count = (is: (one: PublishedFinding) => boolean): number => found.data.filter(is).length;
  const side = (kind: PublishedFinding['kind']) => ({
    all: count((one) => one.kind === kind),
    held: count((one) => one.kind === kind && one.draft !== 'no'),
  });
  const compared = found.data.some(({ inForce }) => inForce !== null);
  return (
    <>
      <div role="status">
        <ul className="draft-summary">
          <li>
            {t('views.draft.summaryDraft', {
              match: count(({ draft }) => draft === 'match'),
              review: count(({ draft }) => draft === 'review'),
            })}
          </li>
          <li>{t('views.draft.summaryIn', side('example-in'))}</li>
          <li>{t('views.draft.summaryOut', side('example-out'))}</li>
          {compared ? (
            <li>
              {t('views.draft.summaryDiffers', {
                newly: count(({ difference }) => difference === 'newly-caught'),
                lost: count(({ difference }) => difference === 'no-longer-caught'),
              })}
            </li>
          ) : null}
        </ul>
      </div>
      <FindingTable lines={lines} fileName="draft-published" compared={compared} />
    </>
  );
}

function lineOf({ name, smiles, kind, source, family: _, ...finding }: PublishedFinding): FindingLine {
  return { key: `${kind} ${source} ${smiles}`, name, smiles, kind, row: null, finding };
}
