import { useWords } from '../i18n/use-words.ts';
import { partRead, useRun } from './run.ts';

/** How far a run is, beside the name of the page in the rail: it goes on wherever the person is. */
export function RunPart() {
  const { t, percent } = useWords();
  const run = useRun();
  if (run.stage !== 'running') return null;
  const part = percent(partRead(run));
  return (
    <span className="rail-part" title={t('screen.inRail', { part })}>
      {part}
    </span>
  );
}
