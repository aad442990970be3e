import { addDays, daysBetween, type Day } from '@custody/core';
import { useEffect, useId, useRef, useState, type KeyboardEvent, type PointerEvent, type Ref } from 'react';
import { addMonths } from '../design/add-months.ts';
import { Icon } from '../design/Icon.tsx';
import { useWidth } from '../design/use-width.ts';
import { useWords } from '../i18n/use-words.ts';
import { timeScale, yearTicks, type TimeScale } from './time-scale.ts';
import type { Bar, Lane } from './timeline-lanes.ts';

const LABEL_WIDTH = 150;
const TRACK_HEIGHT = 19;
const BAR_HEIGHT = 13;
const LANE_GAP = 12;
const HEAD = 44;
const FOOT = 26;
const NARROW_PX = 620;
const TICKS_APART_PX = 58;
const LETTER_PX = 6.3;

interface TimelineChartProps {
  readonly lanes: readonly Lane[];
  readonly changes: readonly Day[];
  readonly span: { readonly from: Day; readonly to: Day };
  readonly on: Day;
  readonly onDay: (day: Day) => void;
  readonly ref: Ref<SVGSVGElement>;
}

/** Lanes of bars under a day that can be dragged, or moved by the keyboard as a slider. */
export function TimelineChart({ lanes, changes, span, on, onDay, ref }: TimelineChartProps) {
  const { t, day, place: nameOf } = useWords();
  const [place, width] = useWidth<HTMLDivElement>();
  const [shown, moveTo, settle] = useMovingDay(on, onDay);
  const hatch = useId();
  const narrow = width < NARROW_PX;
  const left = narrow ? 2 : LABEL_WIDTH;
  const scale = timeScale(span.from, span.to, left, Math.max(left + 1, width - 2));
  const laneHead = narrow ? 20 : 0;
  const tops: number[] = [];
  let height = HEAD;
  for (const lane of lanes) {
    tops.push(height);
    height += laneHead + lane.tracks * TRACK_HEIGHT + LANE_GAP;
  }
  const bottom = height;
  const before = changes.findLast((change) => change < shown) ?? null;
  const after = changes.find((change) => change > shown) ?? null;
  const dragged = (event: PointerEvent<SVGSVGElement>): void => {
    const at = event.clientX - event.currentTarget.getBoundingClientRect().left;
    moveTo(scale.dayAt(at));
  };
  const keyed = (event: KeyboardEvent): void => {
    const to = dayForKey(event, shown, before, after, span);
    if (to === null) return;
    event.preventDefault();
    settle(to);
  };
  return (
    <div>
      <div className="timeline-day">
        <ChangeButton name={t('timeline.previousChange')} icon="left" to={before} onDay={settle} />
        <output>{day(shown)}</output>
        <ChangeButton name={t('timeline.nextChange')} icon="right" to={after} onDay={settle} />
      </div>
      <div ref={place} className="timeline-place">
        {width === 0 ? null : (
          <svg
            ref={ref}
            className="timeline-chart"
            width={width}
            height={bottom + FOOT}
            role="group"
            aria-label={t('timeline.chart')}
            onPointerDown={(event) => {
              if (event.button !== 0) return;
              event.currentTarget.setPointerCapture(event.pointerId);
              dragged(event);
            }}
            onPointerMove={(event) => {
              if (event.currentTarget.hasPointerCapture(event.pointerId)) dragged(event);
            }}
            onPointerUp={() => {
              settle(null);
            }}
          >
            <Hatch id={hatch} className="timeline-law" />
            <Hatch id={`${hatch}-doubt`} className="timeline-doubt" />
            <Years scale={scale} top={HEAD - 8} bottom={bottom} />
            {lanes.map((lane, index) => (
              <LaneBars
                key={lane.jurisdiction}
                lane={lane}
                name={nameOf(lane.jurisdiction)}
                top={tops[index] ?? HEAD}
                head={laneHead}
                scale={scale}
                width={width}
                hatch={hatch}
              />
            ))}
            <g
              className="timeline-cursor"
              role="slider"
              tabIndex={0}
              aria-label={t('timeline.day')}
              aria-orientation="horizontal"
              aria-valuemin={0}
              aria-valuemax={daysBetween(span.from, span.to)}
              aria-valuenow={daysBetween(span.from, shown)}
              aria-valuetext={day(shown)}
              onKeyDown={keyed}
            >
              <line x1={scale.x(shown)} x2={scale.x(shown)} y1={22} y2={bottom} />
              <rect x={scale.x(shown) - 14} y={2} width={28} height={22} className="timeline-grip-room" />
              <circle cx={scale.x(shown)} cy={15} r={7} />
            </g>
          </svg>
        )}
      </div>
      <Legend lanes={lanes} />
      <p className="label timeline-hint">{t('timeline.dayHint')}</p>
    </div>
  );
}

/**
 * The day under the hand, shown at once; the address follows once a frame, so that the answer keeps up with the drag.
 * `settle` moves it for good (null: where it is).
 */
function useMovingDay(
  on: Day,
  onDay: (day: Day) => void,
): readonly [Day, (to: Day) => void, (to: Day | null) => void] {
  const [moving, setMoving] = useState<Day | null>(null);
  const frame = useRef(0);
  useEffect(
    () => () => {
      cancelAnimationFrame(frame.current);
    },
    [],
  );
  const moveTo = (to: Day): void => {
    setMoving(to);
    cancelAnimationFrame(frame.current);
    frame.current = requestAnimationFrame(() => {
      onDay(to);
    });
  };
  const settle = (to: Day | null): void => {
    const last = to ?? moving;
    cancelAnimationFrame(frame.current);
    setMoving(null);
    if (last !== null) onDay(last);
  };
  return [moving ?? on, moveTo, settle];
}

function dayForKey(
  event: KeyboardEvent,
  shown: Day,
  before: Day | null,
  after: Day | null,
  span: { readonly from: Day; readonly to: Day },
): Day | null {
  const month = event.shiftKey;
  switch (event.key) {
    case 'ArrowLeft':
    case 'ArrowDown':
      return month ? addMonths(shown, -1) : addDays(shown, -1);
    case 'ArrowRight':
    case 'ArrowUp':
      return month ? addMonths(shown, 1) : addDays(shown, 1);
    case 'PageDown':
      return addMonths(shown, -12);
    case 'PageUp':
      return addMonths(shown, 12);
    case 'Home':
      return span.from;
    case 'End':
      return span.to;
    case '[':
      return before;
    case ']':
      return after;
    default:
      return null;
  }
}

function ChangeButton({
  name,
  icon,
  to,
  onDay,
}: {
  readonly name: string;
  readonly icon: 'left' | 'right';
  readonly to: Day | null;
  readonly onDay: (day: Day) => void;
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
        if (to !== null) onDay(to);
      }}
    >
      <Icon name={icon} />
    </button>
  );
}

function Years({
  scale,
  top,
  bottom,
}: {
  readonly scale: TimeScale;
  readonly top: number;
  readonly bottom: number;
}) {
  return (
    <g aria-hidden="true">
      {yearTicks(scale, TICKS_APART_PX).map((tick) => (
        <g key={tick}>
          <line className="timeline-year" x1={scale.x(tick)} x2={scale.x(tick)} y1={top} y2={bottom} />
          <text className="timeline-year-word" x={scale.x(tick)} y={bottom + 16}>
            {tick.slice(0, 4)}
          </text>
        </g>
      ))}
    </g>
  );
}

function LaneBars({
  lane,
  name,
  top,
  head,
  scale,
  width,
  hatch,
}: {
  readonly lane: Lane;
  readonly name: string;
  readonly top: number;
  readonly head: number;
  readonly scale: TimeScale;
  readonly width: number;
  readonly hatch: string;
}) {
  return (
    <g aria-hidden="true">
      <line className="timeline-lane" x1={0} x2={width} y1={top - 6} y2={top - 6} />
      <text className="timeline-place-word" x={0} y={top + (head === 0 ? 13 : 10)}>
        {name}
      </text>
      {lane.bars.map((bar) => (
        <BarShape
          key={bar.row.control + bar.row.basis}
          bar={bar}
          top={top + head + bar.track * TRACK_HEIGHT}
          scale={scale}
          hatch={hatch}
        />
      ))}
    </g>
  );
}

function BarShape({
  bar,
  top,
  scale,
  hatch,
}: {
  readonly bar: Bar;
  readonly top: number;
  readonly scale: TimeScale;
  readonly hatch: string;
}) {
  const { t, day, place } = useWords();
  const { row } = bar;
  const bound = (of: Day): number => Math.max(scale.x(scale.from), Math.min(scale.x(scale.to), scale.x(of)));
  const right = bar.to === null ? scale.x(scale.to) : bound(bar.to);
  const solid = bar.from === null ? right : bound(bar.from);
  const maybe = bar.maybeFrom === null ? scale.x(scale.from) : bound(bar.maybeFrom);
  const begins = Math.min(maybe, solid);
  // The list stands in the certain part of its bar; a bar without one has all of it to itself.
  const labelAt = right > solid ? solid : begins;
  const labelRoom = right - labelAt;
  const words = t('timeline.bar', {
    place: place(row.jurisdiction),
    list: `${row.list}, ${row.entry}`,
    from:
      bar.from === null
        ? t('timeline.openStart')
        : `${day(bar.from)}${row.start.verified ? '' : ` (${t('check.unverified')})`}`,
    to: bar.to === null ? t('timeline.openEnd') : day(addDays(bar.to, -1)),
  });
  return (
    <g className={`timeline-bar timeline-${bar.kind}`}>
      <title>{words}</title>
      {solid > begins + 1 || bar.kind === 'pending' ? (
        <rect
          className="timeline-maybe"
          x={begins}
          y={top + 0.5}
          width={Math.max(0, solid - begins)}
          height={BAR_HEIGHT - 1}
        />
      ) : null}
      {right > solid ? (
        <>
          <rect
            className="timeline-solid"
            x={solid}
            y={top}
            width={right - solid}
            height={BAR_HEIGHT}
            rx={1.5}
          />
          {row.permanence === 'temporary' ? (
            <rect
              fill={`url(#${hatch}${bar.kind === 'doubt' ? '-doubt' : ''})`}
              x={solid}
              y={top}
              width={right - solid}
              height={BAR_HEIGHT}
            />
          ) : null}
        </>
      ) : null}
      {labelRoom > row.list.length * LETTER_PX + 10 ? (
        <text className="timeline-list" x={labelAt + 5} y={top + 10}>
          {row.list}
        </text>
      ) : null}
    </g>
  );
}

/** Temporary orders are hatched: the difference does not rest on colour. */
function Hatch({ id, className }: { readonly id: string; readonly className: string }) {
  return (
    <defs className={className}>
      <pattern id={id} width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
        <line className="timeline-hatch" x1="0" x2="0" y1="0" y2="6" />
      </pattern>
    </defs>
  );
}

function Legend({ lanes }: { readonly lanes: readonly Lane[] }) {
  const { t } = useWords();
  const bars = lanes.flatMap((lane) => lane.bars);
  const kinds = [
    ['law', t('timeline.legendInForce'), bars.some((bar) => bar.kind === 'law')],
    ['temporary', t('timeline.legendTemporary'), bars.some((bar) => bar.row.permanence === 'temporary')],
    ['doubt', t('status.review'), bars.some((bar) => bar.kind === 'doubt')],
    [
      'maybe',
      t('timeline.legendUncertain'),
      bars.some((bar) => bar.kind !== 'pending' && (bar.from === null || bar.maybeFrom !== bar.from)),
    ],
    ['pending', t('timeline.legendProposed'), bars.some((bar) => bar.kind === 'pending')],
    ['excluded', t('proof.excluded'), bars.some((bar) => bar.kind === 'excluded')],
  ] as const;
  return (
    <ul className="timeline-legend">
      {kinds
        .filter(([, , there]) => there)
        .map(([kind, words]) => (
          <li key={kind}>
            <span className={`timeline-key timeline-key-${kind}`} aria-hidden="true" />
            {words}
          </li>
        ))}
    </ul>
  );
}
