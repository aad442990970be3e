import { useEffect, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import { scrollFor, windowOf } from './window-of.ts';
import './windowed-table.css';

const ROW_PX = 44;
/** On a narrow screen a row is a card of four lines. */
const CARD_PX = 112;
const NARROW = '(max-width: 860px)';

export interface WindowedColumn<Row> {
  readonly id: string;
  readonly header: string;
  readonly cell: (row: Row) => ReactNode;
  /** Track of the grid: `minmax(0, 2fr)`, `120px`. */
  readonly track: string;
  readonly end?: boolean;
}

interface WindowedTableProps<Row> {
  readonly caption: string;
  readonly columns: readonly WindowedColumn<Row>[];
  /** How many rows there are; it may grow. */
  readonly total: number;
  /** The row at this place; undefined while it is on its way. */
  readonly rowAt: (index: number) => Row | undefined;
  /** Told which rows are in sight, so that they can be brought. */
  readonly onWindow: (first: number, count: number) => void;
  readonly empty: ReactNode;
}

/**
 * A table of any length of which only the rows in sight are made. Its head stays; arrow keys, page keys, Home and End go
 * from row to row. For tables that fit into the page there is `DataTable`.
 */
export function WindowedTable<Row>(props: WindowedTableProps<Row>) {
  const { caption, columns, total, rowAt, onWindow, empty } = props;
  const view = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState({ scrolled: 0, view: 0 });
  const wanted = useRef<number | null>(null);
  const rowPx = useNarrow() ? CARD_PX : ROW_PX;
  const { height, first, count, top } = windowOf(total, rowPx, place.view, place.scrolled);
  useMeasure(view, total > 0, setPlace);
  useEffect(() => {
    onWindow(first, count);
  }, [onWindow, first, count]);
  // The row that the keyboard asked for may only now be there.
  useLayoutEffect(() => {
    if (wanted.current === null) return;
    const row = view.current?.querySelector<HTMLElement>(`[data-index="${String(wanted.current)}"]`);
    const target = row?.querySelector<HTMLElement>('a[href], button');
    if (target === null || target === undefined) return;
    target.focus({ preventScroll: true });
    wanted.current = null;
  });
  const move = (event: KeyboardEvent<HTMLElement>): void => {
    const from = (event.target as HTMLElement).closest<HTMLElement>('[data-index]');
    const to = goal(event, from === null ? null : Number(from.dataset['index']), total, place.view / rowPx);
    const element = view.current;
    if (to === null || element === null) return;
    event.preventDefault();
    wanted.current = to;
    const scroll = scrollFor(to, total, rowPx, place.view, element.scrollTop);
    if (scroll === null) setPlace((before) => ({ ...before }));
    else element.scrollTop = scroll;
  };
  const tracks = columns.map((column) => column.track).join(' ');
  if (total === 0) return <div className="windowed-empty">{empty}</div>;
  return (
    <div
      role="table"
      aria-label={caption}
      aria-rowcount={total + 1}
      className="windowed"
      style={{ '--tracks': tracks, '--row': `${String(rowPx)}px` } as React.CSSProperties}
      onKeyDown={move}
    >
      <div role="rowgroup" className="windowed-head">
        <div role="row" aria-rowindex={1}>
          {columns.map((column) => (
            <span
              key={column.id}
              role="columnheader"
              className={column.end === true ? 'cell-end' : undefined}
            >
              {column.header}
            </span>
          ))}
        </div>
      </div>
      <div
        ref={view}
        className="windowed-view"
        role="rowgroup"
        tabIndex={0}
        onScroll={(event) => {
          const { scrollTop } = event.currentTarget;
          setPlace((before) => ({ ...before, scrolled: scrollTop }));
        }}
      >
        <div
          className="windowed-room"
          role="presentation"
          style={{ '--room': `${String(height)}px` } as React.CSSProperties}
        >
          <div
            className="windowed-rows"
            role="presentation"
            style={{ '--top': `${String(top)}px` } as React.CSSProperties}
          >
            {Array.from({ length: count }, (_, at) => (
              <WindowedRow key={first + at} index={first + at} row={rowAt(first + at)} columns={columns} />
            ))}
          </div>
        </div>
      </div>
    </div>
  );
}

function WindowedRow<Row>({
  index,
  row,
  columns,
}: {
  readonly index: number;
  readonly row: Row | undefined;
  readonly columns: readonly WindowedColumn<Row>[];
}) {
  return (
    <div role="row" aria-rowindex={index + 2} data-index={index} aria-busy={row === undefined}>
      {columns.map((column) => (
        <span
          key={column.id}
          role="cell"
          data-column={column.id}
          className={column.end === true ? 'cell-end' : undefined}
        >
          {row === undefined ? <span className="windowed-coming" /> : column.cell(row)}
        </span>
      ))}
    </div>
  );
}

/** Where a key leads from row `at`; null for keys that lead nowhere. */
function goal(event: KeyboardEvent, at: number | null, total: number, inView: number): number | null {
  if (event.altKey || event.ctrlKey || event.metaKey || at === null) return null;
  const page = Math.max(1, Math.floor(inView) - 1);
  const step = { ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -total, End: total }[
    event.key
  ];
  return step === undefined ? null : Math.max(0, Math.min(total - 1, at + step));
}

function useMeasure(
  view: React.RefObject<HTMLDivElement | null>,
  shown: boolean,
  set: (change: (before: { scrolled: number; view: number }) => { scrolled: number; view: number }) => void,
): void {
  useLayoutEffect(() => {
    const element = view.current;
    if (element === null) return undefined;
    const measure = (): void => {
      const height = element.clientHeight;
      set((before) => (before.view === height ? before : { ...before, view: height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [view, shown, set]);
}

function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(() => matchMedia(NARROW).matches);
  useEffect(() => {
    const query = matchMedia(NARROW);
    const changed = (): void => {
      setNarrow(query.matches);
    };
    query.addEventListener('change', changed);
    return () => {
      query.removeEventListener('change', changed);
    };
  }, []);
  return narrow;
}
