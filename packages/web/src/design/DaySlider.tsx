import { addDays, daysBetween, type Day } from '@custody/core';
import { useEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { addMonths } from './add-months.ts';
import { Icon } from './Icon.tsx';
import './button.css';
import './day-slider.css';

interface DaySliderProps {
  readonly from: Day;
  readonly to: Day;
  readonly on: Day;
  /** Days worth stopping at, oldest first: each has its tick. */
  readonly ticks: readonly Day[];
  /** `settled`: false while it is being dragged or played, so that an address need not follow every step. */
  readonly onDay: (day: Day, settled: boolean) => void;
  readonly label: string;
  readonly words: {
    readonly play: string;
    readonly pause: string;
    readonly previous: string;
    readonly next: string;
    readonly hint: string;
  };
  readonly children?: ReactNode;
}

/** How many days a second pass while it plays. */
const DAYS_A_SECOND = 170;
/** The table is drawn so often at most: the eye sees no more, and a slow machine keeps up. */
const STEP_LEAST_MS = 40;
const STEP_MOST_MS = 200;
/** Where the system asks for no motion, it goes from change to change. */
const STEP_MS = 1100;

/** A day moved over years: by hand, by the keyboard, from change to change, or by itself. */
export function DaySlider({ from, to, on, ticks, onDay, label, words, children }: DaySliderProps) {
  const { day } = useWords();
  const [playing, setPlaying] = useState(false);
  const length = daysBetween(from, to);
  const at = Math.max(0, Math.min(length, daysBetween(from, on)));
  const before = ticks.findLast((tick) => tick < on && tick >= from) ?? null;
  const after = ticks.find((tick) => tick > on && tick <= to) ?? null;
  usePlay({ playing, on, from, to, ticks, onDay, stop: () => setPlaying(false) });
  const keyed = (event: KeyboardEvent): void => {
    const wanted = dayForKey(event, on, before, after);
    if (wanted === null) return;
    event.preventDefault();
    setPlaying(false);
    onDay(wanted < from ? from : wanted > to ? to : wanted, true);
  };
  return (
    <div className="day-slider" onKeyDown={keyed}>
      <div className="day-slider-line">
        <button
          type="button"
          className="button-quiet day-slider-play"
          aria-pressed={playing}
          onClick={() => {
            if (playing) onDay(on, true);
            else if (on >= to) onDay(from, false);
            setPlaying(!playing);
          }}
        >
          <Icon name={playing ? 'pause' : 'go'} size={14} />
          {playing ? words.pause : words.play}
        </button>
        <StepButton name={words.previous} icon="left" to={before} onDay={onDay} />
        <output className="day-slider-day">{day(on)}</output>
        <StepButton name={words.next} icon="right" to={after} onDay={onDay} />
        {children}
      </div>
      <div className="day-slider-track">
        <svg className="day-slider-ticks" aria-hidden="true" width="100%" height="26">
          {yearsOf(from, to).map((year) => (
            <line
              key={year}
              x1={share(year, from, length)}
              x2={share(year, from, length)}
              y1="0"
              y2="26"
              className="day-slider-year"
            />
          ))}
          {ticks
            .filter((tick) => tick >= from && tick <= to)
            .map((tick) => (
              <line
                key={tick}
                x1={share(tick, from, length)}
                x2={share(tick, from, length)}
                y1="4"
                y2="22"
                className={tick <= on ? 'day-slider-tick day-slider-past' : 'day-slider-tick'}
              />
            ))}
        </svg>
        <input
          type="range"
          min={0}
          max={length}
          value={at}
          aria-label={label}
          aria-valuetext={day(on)}
          onChange={(event) => {
            setPlaying(false);
            onDay(addDays(from, Number(event.target.value)), false);
          }}
        />
        <div className="day-slider-years" aria-hidden="true">
          {yearsOf(from, to).map((year) => (
            <span key={year} style={{ '--at': share(year, from, length) } as React.CSSProperties}>
              {year.slice(0, 4)}
            </span>
          ))}
        </div>
      </div>
      <p className="label day-slider-hint">{words.hint}</p>
    </div>
  );
}

/** Place of a day on the track, as a share of its width. */
function share(day: Day, from: Day, length: number): string {
  return `${((daysBetween(from, day) / Math.max(1, length)) * 100).toFixed(3)}%`;
}

function yearsOf(from: Day, to: Day): readonly Day[] {
  const years: Day[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
    const first = `${String(year)}-01-01` as Day;
    if (first >= from && first <= to) years.push(first);
  }
  return years;
}

interface Play extends Pick<DaySliderProps, 'from' | 'to' | 'on' | 'ticks' | 'onDay'> {
  readonly playing: boolean;
  readonly stop: () => void;
}

/** Moves the day on while it plays, and stops at the end. */
function usePlay(play: Play): void {
  const latest = useRef(play);
  useEffect(() => {
    latest.current = play;
  });
  const { playing } = play;
  useEffect(() => {
    if (!playing) return undefined;
    const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
    const move = (wanted: Day | null): void => {
      const { to, onDay, stop } = latest.current;
      const next = wanted === null || wanted > to ? to : wanted;
      const over = next >= to;
      onDay(next, over);
      if (over) stop();
    };
    if (still) {
      const timer = setInterval(() => {
        const { ticks, on } = latest.current;
        move(ticks.find((tick) => tick > on) ?? null);
      }, STEP_MS);
      return () => {
        clearInterval(timer);
      };
    }
    let frame = 0;
    let last = performance.now();
    let owed = 0;
    const step = (now: number): void => {
      if (now - last < STEP_LEAST_MS) {
        frame = requestAnimationFrame(step);
        return;
      }
      // What a busy machine did not draw is not made up for in a leap.
      owed += (Math.min(now - last, STEP_MOST_MS) / 1000) * DAYS_A_SECOND;
      last = now;
      const whole = Math.floor(owed);
      if (whole > 0) {
        owed -= whole;
        move(addDays(latest.current.on, whole));
      }
      frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => {
      cancelAnimationFrame(frame);
    };
  }, [playing]);
}

function dayForKey(event: KeyboardEvent, on: Day, before: Day | null, after: Day | null): Day | null {
  if (event.key === '[') return before;
  if (event.key === ']') return after;
  if ((event.target as HTMLElement).getAttribute('type') !== 'range') return null;
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return event.shiftKey ? addMonths(on, -1) : addDays(on, -1);
    case 'ArrowRight':
    case 'ArrowUp':
      return event.shiftKey ? addMonths(on, 1) : addDays(on, 1);
    case 'PageDown':
      return addMonths(on, -12);
    case 'PageUp':
      return addMonths(on, 12);
    default:
      return null;
  }
}

function StepButton({
  name,
  icon,
  to,
  onDay,
}: {
  readonly name: string;
  readonly icon: 'left' | 'right';
  readonly to: Day | null;
  readonly onDay: DaySliderProps['onDay'];
}) {
  const { day } = useWords();
  const label = to === null ? name : `${name}: ${day(to)}`;
  return (
    <button
      type="button"
      className="button-icon"
      aria-label={label}
      title={label}
      disabled={to === null}
      onClick={() => {
        if (to !== null) onDay(to, true);
      }}
    >
      <Icon name={icon} />
    </button>
  );
}
