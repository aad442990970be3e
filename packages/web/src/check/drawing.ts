/** A structure taken apart into strokes, so that it can be drawn in the desk's own ink in both colour schemes. */
export interface Drawing {
  readonly box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  readonly strokes: readonly Stroke[];
  /** Length of a bond in units of the drawing. */
  readonly bondLength: number;
  /** Pairs of bonded atoms. */
  readonly bonds: readonly (readonly [number, number])[];
  /** Places of the atoms that were asked for. */
  readonly places: ReadonlyMap<number, Place>;
}

export interface Stroke {
  readonly d: string;
  /** Bonds are lines, letters and wedges are filled shapes. */
  readonly filled: boolean;
}

export interface Place {
  readonly x: number;
  readonly y: number;
}

const MARGIN = 10;
const FALLBACK_BOND_LENGTH = 24;

/**
 * Reads the SVG of the toolkit. Highlighted atoms come as ellipses, which give the places; all colours are left behind.
 * Null for text that is no drawing.
 */
export function readDrawing(svg: string): Drawing | null {
  // Style attributes are refused by the page's content policy, and are read here as text only.
  const page = new DOMParser().parseFromString(svg.replaceAll(/\sstyle=/g, ' data-style='), 'image/svg+xml');
  const root = page.documentElement;
  if (root.localName !== 'svg') return null;
  const paths = [...root.querySelectorAll('path')];
  const strokes = paths.flatMap((path) => strokeOf(path));
  const places = new Map<number, Place>();
  for (const ellipse of root.querySelectorAll('ellipse')) {
    const atom = /\batom-(\d+)\b/.exec(ellipse.getAttribute('class') ?? '')?.[1];
    if (atom === undefined) continue;
    places.set(Number(atom), { x: numberOf(ellipse, 'cx'), y: numberOf(ellipse, 'cy') });
  }
  return {
    box: boxOf(strokes, places),
    strokes,
    bondLength: bondLengthOf(paths),
    bonds: bondsOf(paths),
    places,
  };
}

/** The box made so wide that the places lie in it, each with room around it. */
export function around(box: Drawing['box'], places: readonly Place[], room: number): Drawing['box'] {
  const xs = [box.x, box.x + box.width, ...places.flatMap(({ x }) => [x - room, x + room])];
  const ys = [box.y, box.y + box.height, ...places.flatMap(({ y }) => [y - room, y + room])];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

const DIRECTIONS = 24;
/** How near a letter may come to an atom, and how far it may stand from its own, in bond lengths. */
const CLEAR = 0.72;
const REACHES = [0.8, 1, 1.2, 1.5] as const;

/** A place for a letter near some atoms, clear of all the atoms whose places are known; null where there is none. */
export function placeBeside({ places, bondLength }: Drawing, atoms: readonly number[]): Place | null {
  const all = [...places.values()];
  const own = atoms.flatMap((atom) => places.get(atom) ?? []);
  for (const reach of REACHES) {
    for (const from of own) {
      for (let step = 0; step < DIRECTIONS; step += 1) {
        const angle = (step / DIRECTIONS) * 2 * Math.PI - Math.PI / 2;
        const place = {
          x: from.x + Math.cos(angle) * reach * bondLength,
          y: from.y + Math.sin(angle) * reach * bondLength,
        };
        const nearest = Math.min(...all.map((atom) => Math.hypot(atom.x - place.x, atom.y - place.y)));
        if (nearest >= CLEAR * bondLength) return place;
      }
    }
  }
  return null;
}

function strokeOf(path: SVGPathElement): readonly Stroke[] {
  const d = path.getAttribute('d');
  if (d === null) return [];
  const fill = property(path, 'fill');
  const filled = fill !== 'none';
  return isTint(filled ? fill : property(path, 'stroke')) ? [] : [{ d, filled }];
}

function bondsOf(paths: readonly SVGPathElement[]): readonly (readonly [number, number])[] {
  const found = new Map<string, readonly [number, number]>();
  for (const path of paths) {
    const match = /\bbond-(\d+) atom-(\d+) atom-(\d+)/.exec(path.getAttribute('class') ?? '');
    if (match !== null) found.set(match[1] ?? '', [Number(match[2]), Number(match[3])]);
  }
  return [...found.values()];
}

/** The upper quartile of the bonds' lines: those that end at a letter, and the inner ones of rings, are shorter. */
function bondLengthOf(paths: readonly SVGPathElement[]): number {
  const lengths = paths
    .flatMap((path) => {
      const line = /^M\s*([\d.-]+)[,\s]([\d.-]+)\s*L\s*([\d.-]+)[,\s]([\d.-]+)\s*$/.exec(
        path.getAttribute('d') ?? '',
      );
      const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = (line ?? []).slice(1).map(Number);
      return line === null ? [] : [Math.hypot(x2 - x1, y2 - y1)];
    })
    .sort((a, b) => a - b);
  return lengths[Math.floor(lengths.length * 0.75)] ?? FALLBACK_BOND_LENGTH;
}

function boxOf(strokes: readonly Stroke[], places: ReadonlyMap<number, Place>): Drawing['box'] {
  const points = [
    ...strokes.flatMap(({ d }) =>
      [...d.matchAll(/(-?[\d.]+)[,\s]+(-?[\d.]+)/g)].map((match) => ({
        x: Number(match[1]),
        y: Number(match[2]),
      })),
    ),
    ...places.values(),
  ];
  if (points.length === 0) return { x: 0, y: 0, width: 1, height: 1 };
  const [xs, ys] = [points.map(({ x }) => x), points.map(({ y }) => y)];
  const [x, y] = [Math.min(...xs) - MARGIN, Math.min(...ys) - MARGIN];
  return { x, y, width: Math.max(...xs) + MARGIN - x, height: Math.max(...ys) + MARGIN - y };
}

function property(path: Element, name: string): string | null {
  const attribute = path.getAttribute(name);
  if (attribute !== null) return attribute;
  const declared = new RegExp(`(?:^|;)\\s*${name}\\s*:\\s*([^;]+)`).exec(
    path.getAttribute('data-style') ?? '',
  );
  return declared?.[1]?.trim() ?? null;
}

/** Ink is black or a full colour; a tint is light in all three. */
function isTint(colour: string | null): boolean {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(colour ?? '');
  return hex !== null && hex.slice(1).every((part) => Number.parseInt(part, 16) > 96);
}

function numberOf(element: Element, name: string): number {
  return Number(element.getAttribute(name));
}
