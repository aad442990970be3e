import type { Day, GapCell, Jurisdiction } from '@custody/core';
import { Link } from '@tanstack/react-router';
import { memo, useRef, useState, type KeyboardEvent } from 'react';
import { StateMark } from '../../design/StateMark.tsx';
import { useWords, type Words } from '../../i18n/use-words.ts';
import { keepDay } from '../../shell/keep-day.ts';
import { nameOf } from '../goods-names.ts';
import { groupOf, type GapLine, type LineGroup } from './gap-lines.ts';

interface GapMatrixProps {
  readonly lines: readonly GapLine[];
  readonly jurisdictions: readonly Jurisdiction[];
  readonly on: Day;
  /** True while the day is moved: what is read out waits until it rests. */
  readonly moving: boolean;
  readonly onOpen: (goods: string, jurisdiction: Jurisdiction) => void;
}

/**
 * Goods down, jurisdictions across, one mark a cell with since when, or for how many days another is ahead. One cell is
 * in the tab order; the arrow keys move among all of them, and Enter opens the proof.
 */
export function GapMatrix({ lines, jurisdictions, on, moving, onOpen }: GapMatrixProps) {
  const words = useWords();
  const { t, day, place } = words;
  const table = useRef<HTMLTableElement>(null);
  const [at, setAt] = useState<readonly [number, number]>([0, 0]);
  const [row, column] = [Math.min(at[0], lines.length - 1), Math.min(at[1], jurisdictions.length - 1)];
  const moved = (event: KeyboardEvent): void => {
    const next = stepOf(event, row, column, lines.length, jurisdictions.length);
    if (next === null) return;
    event.preventDefault();
    setAt(next);
    table.current?.querySelector<HTMLElement>(`[data-at="${next.join()}"]`)?.focus();
  };
  const partly = jurisdictions.map((_, index) => !lines.some(({ cells }) => cells[index]?.deciding));
  return (
    <div className="matrix-place" role="region" aria-label={t('views.gaps.matrix')} tabIndex={0}>
      <table
        role="table"
        className="matrix"
        ref={table}
        style={{ '--columns': jurisdictions.length } as React.CSSProperties}
      >
        <caption className="unseen">{t('views.gaps.caption', { day: day(on) })}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th role="columnheader" scope="col" className="matrix-name">
              {t('views.gaps.goods')}
            </th>
            {jurisdictions.map((jurisdiction, index) => (
              <th role="columnheader" key={jurisdiction} scope="col" data-partly={partly[index]}>
                <Link
                  to="/law"
                  search={(address) => ({ ...keepDay(address), open: jurisdiction })}
                  title={
                    partly[index] === true
                      ? `${place(jurisdiction)}. ${t('views.gaps.partly')}`
                      : place(jurisdiction)
                  }
                >
                  {jurisdiction}
                  <span className="unseen">
                    {' '}
                    {t('views.gaps.coverageOf', { place: place(jurisdiction) })}
                  </span>
                </Link>
              </th>
            ))}
          </tr>
        </thead>
        {groupsOf(lines).map(([group, first, members]) => (
          <tbody role="rowgroup" key={`${group}${String(first)}`} onKeyDown={moved}>
            <tr role="row" className="matrix-group">
              <th role="rowheader" scope="rowgroup" colSpan={jurisdictions.length + 1}>
                {t(`views.group.${group}`)}
              </th>
            </tr>
            {members.map((line, index) => (
              <Line
                key={line.row.goods}
                line={line}
                index={first + index}
                // Only the row that holds the tab stop needs to know which of its cells it is.
                stop={first + index === row ? column : -1}
                signature={signatureOf(line)}
                moving={moving}
                words={words}
                onOpen={onOpen}
              />
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

interface LineProps {
  readonly line: GapLine;
  readonly index: number;
  readonly stop: number;
  /** Everything of the line that is seen: as long as it is the same, nothing is drawn anew. */
  readonly signature: string;
  readonly moving: boolean;
  readonly words: Words;
  readonly onOpen: GapMatrixProps['onOpen'];
}

const Line = memo(
  function Line({ line, index, stop, moving, words, onOpen }: LineProps) {
    const { row, cells } = line;
    const name = nameOf(row, words);
    return (
      <tr role="row">
        <th role="rowheader" scope="row" className="matrix-name">
          <Link to="/check" search={(address) => ({ ...keepDay(address), q: row.name })}>
            {name}
          </Link>
        </th>
        {cells.map((cell, column) => (
          <td role="cell" key={cell.jurisdiction} data-gap={cell.gap !== null} data-status={cell.status}>
            <button
              type="button"
              data-at={`${String(index)},${String(column)}`}
              data-cell={`${row.goods}@${cell.jurisdiction}`}
              tabIndex={column === stop ? 0 : -1}
              onClick={() => {
                onOpen(row.goods, cell.jurisdiction);
              }}
            >
              {moving ? null : <span className="unseen">{cellWords(cell, name, words)}</span>}
              <StateMark status={cell.status} size={13} />
              <CellFigure cell={cell} words={words} />
            </button>
          </td>
        ))}
      </tr>
    );
  },
  (one, other) =>
    one.signature === other.signature &&
    one.stop === other.stop &&
    one.moving === other.moving &&
    one.index === other.index &&
    one.words === other.words &&
    one.onOpen === other.onOpen,
);

/** Since which month it is controlled, or for how many days another jurisdiction is ahead. */
function CellFigure({ cell, words }: { readonly cell: GapCell; readonly words: Words }) {
  const { t } = words;
  if (cell.gap !== null) {
    return (
      <span className="matrix-days" aria-hidden="true">
        {cell.announced === null ? '' : '» '}
        {cell.gap.days === null ? '?' : t('views.gaps.days', { days: cell.gap.days })}
      </span>
    );
  }
  if (cell.status !== 'controlled')
    return cell.announced === null ? null : (
      <span className="matrix-since" aria-hidden="true">
        »
      </span>
    );
  const { day, certain } = cell.since;
  return (
    <span className="matrix-since" aria-hidden="true">
      {certain ? '' : '≤'}
      {day === null ? '' : day.slice(0, 7)}
      {cell.entry?.verified === false ? '?' : ''}
    </span>
  );
}

/** A cell in words, for the reader who does not see marks. */
function cellWords(
  { gap, status, since, jurisdiction }: GapCell,
  name: string,
  { t, day, place }: Words,
): string {
  const about = { name, place: place(jurisdiction), status: t(`status.${status}`) };
  if (gap?.days != null) {
    return t('views.gaps.openCellGap', { ...about, ahead: place(gap.ahead), count: gap.days });
  }
  if (status !== 'controlled' || since.day === null) return t('views.gaps.openCell', about);
  const from = t(since.certain ? 'check.since' : 'check.sinceAtLatest', { day: day(since.day) });
  return t('views.gaps.openCellSince', { ...about, since: from });
}

function signatureOf({ cells }: GapLine): string {
  return cells
    .map(
      ({ jurisdiction, status, since, gap, announced, entry }) =>
        `${jurisdiction}${status}${since.day ?? ''}${String(since.certain)}${String(gap?.days)}${gap?.ahead ?? ''}${String(announced !== null)}${String(entry?.verified)}`,
    )
    .join(' ');
}

/** Lines in runs of one group, each with the index of its first. */
function groupsOf(lines: readonly GapLine[]): readonly (readonly [LineGroup, number, readonly GapLine[]])[] {
  const groups: [LineGroup, number, GapLine[]][] = [];
  lines.forEach((line, index) => {
    const group = groupOf(line.row);
    const last = groups.at(-1);
    if (last?.[0] === group) last[2].push(line);
    else groups.push([group, index, [line]]);
  });
  return groups;
}

function stepOf(
  event: KeyboardEvent,
  row: number,
  column: number,
  rows: number,
  columns: number,
): readonly [number, number] | null {
  if ((event.target as HTMLElement).dataset['at'] === undefined) return null;
  const within = (value: number, count: number): number => Math.max(0, Math.min(count - 1, value));
  switch (event.key) {
    case 'ArrowDown':
      return [within(row + 1, rows), column];
    case 'ArrowUp':
      return [within(row - 1, rows), column];
    case 'ArrowRight':
      return [row, within(column + 1, columns)];
    case 'ArrowLeft':
      return [row, within(column - 1, columns)];
    case 'Home':
      return [row, 0];
    case 'End':
      return [row, columns - 1];
    default:
      return null;
  }
}
