import { Icon } from '../design/Icon.tsx';
import { useWords } from '../i18n/use-words.ts';
import { partRead, pause, stop, type ShownRun } from './run.ts';
import { rateOf, timeWords } from './size-words.ts';

/** Too early to say how long it takes. */
const SURE_AFTER_MS = 4_000;
const NEARLY = 0.995;

/** How far the run is, how fast, how long it will take; and the way to hold or end it. */
export function RunningLine({ run }: { readonly run: Extract<ShownRun, { readonly stage: 'running' }> }) {
  const words = useWords();
  const { t, count, percent } = words;
  const part = partRead(run);
  const left = ((1 - part) / part) * run.workedMs;
  const rows = count(run.progress.rows);
  return (
    <div className="running">
      <p className="lead">
        {run.paused
          ? t('screen.pausedState', { rows })
          : t('screen.runningState', { rows, rate: count(rateOf(run.progress.rows, run.workedMs)) })}{' '}
        {run.paused
          ? null
          : part >= NEARLY
            ? t('screen.leftNearly')
            : run.workedMs < SURE_AFTER_MS || part === 0
              ? t('screen.leftUnknown')
              : t('screen.left', { time: timeWords(left, words) })}
      </p>
      <div
        className="running-bar"
        role="progressbar"
        aria-label={t('screen.progress')}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={Math.floor(part * 100)}
        aria-valuetext={percent(part)}
      >
        <span style={{ width: `${String(part * 100)}%` }} />
      </div>
      <div className="button-row">
        <button
          type="button"
          className="button-quiet"
          onClick={() => {
            pause(!run.paused);
          }}
        >
          <Icon name={run.paused ? 'go' : 'pause'} />
          {t(run.paused ? 'screen.resume' : 'screen.pause')}
        </button>
        <button type="button" className="button-quiet" onClick={stop}>
          <Icon name="stop" />
          {t('screen.stop')}
        </button>
        <span className="label running-goes">{t('screen.goesOn')}</span>
      </div>
    </div>
  );
}
