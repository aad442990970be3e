/** Browsers draw nothing below some 16 million pixels; longer tables scroll faster than their rows are high. */
export const SCROLL_PX_MAX = 8_000_000;

export interface TableWindow {
  /** Height that the scroll bar shows. */
  readonly height: number;
  /** The first row in sight and how many there are. */
  readonly first: number;
  readonly count: number;
  /** Where the first row stands, in pixels from the top of the scrolled height. */
  readonly top: number;
}

/** Which of `total` rows stand in a window of `view` pixels that was scrolled by `scrolled` pixels. */
export function windowOf(total: number, rowPx: number, view: number, scrolled: number): TableWindow {
  const full = total * rowPx;
  const height = Math.min(full, SCROLL_PX_MAX);
  const count = Math.min(total, Math.ceil(view / rowPx) + 1);
  const way = Math.max(0, height - view);
  const at = Math.min(Math.max(0, scrolled), way);
  // Rows above the window: pixel for pixel where the height is whole, in proportion where it was cut.
  const hidden = full === height || way === 0 ? at : (at / way) * (full - view);
  const first = Math.max(0, Math.min(total - count, Math.floor(hidden / rowPx)));
  return { height, first, count, top: at - (hidden - first * rowPx) };
}

/** How far to scroll so that the row stands in the window; null where it does already. */
export function scrollFor(
  row: number,
  total: number,
  rowPx: number,
  view: number,
  scrolled: number,
): number | null {
  const full = total * rowPx;
  const height = Math.min(full, SCROLL_PX_MAX);
  const way = Math.max(0, height - view);
  const cut = full !== height && way > 0;
  const hidden = cut ? (Math.min(scrolled, way) / way) * (full - view) : Math.min(scrolled, way);
  const [from, to] = [row * rowPx, (row + 1) * rowPx];
  const wanted = from < hidden ? from : to > hidden + view ? to - view : null;
  if (wanted === null) return null;
  return cut ? (wanted / (full - view)) * way : wanted;
}
