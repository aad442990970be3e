import { accepted, refused } from '../kernel/index.ts';
import type { Outcome } from '../kernel/index.ts';

/** Sides of a drawing, in pixels. */
export const DRAWING_MIN_PIXELS = 16;
export const DRAWING_MAX_PIXELS = 4_000;

/** Tint of highlighted atoms and bonds: a warm yellow that ink stays readable on. */
const TINT: readonly [number, number, number] = [0.98, 0.86, 0.52];

interface DrawingDetails {
  readonly width: number;
  readonly height: number;
  readonly [option: string]: unknown;
}

/**
 * What RDKit's drawing is asked for: black ink on nothing, no hand-drawn look, highlighted atoms tinted together with
 * the bonds between them. `highlight`: indices of atoms in the order of the SMILES.
 */
export function drawingDetails(
  size: { readonly width: number; readonly height: number },
  highlight: readonly number[],
  atomCount: number,
  bonds: readonly (readonly [number, number])[],
): Outcome<DrawingDetails> {
  const width = Math.round(size.width);
  const height = Math.round(size.height);
  if (!isSide(width) || !isSide(height)) {
    return refused({
      code: 'drawing-size',
      message: `A drawing of ${size.width} by ${size.height} pixels is not made.`,
      todo: `Ask for ${DRAWING_MIN_PIXELS} to ${DRAWING_MAX_PIXELS} pixels a side.`,
      data: { width: String(size.width), height: String(size.height) },
    });
  }
  const wrong = highlight.find((atom) => !Number.isInteger(atom) || atom < 0 || atom >= atomCount);
  if (wrong !== undefined) {
    return refused({
      code: 'drawing-highlight',
      message: `Atom ${wrong} cannot be tinted: the structure has the atoms 0 to ${atomCount - 1}.`,
      todo: 'Count the atoms in the order of the SMILES, from 0.',
      data: { atom: String(wrong), atoms: atomCount },
    });
  }
  const tinted = new Set(highlight);
  const tintedBonds = bonds.flatMap(([a, b], i) => (tinted.has(a) && tinted.has(b) ? [i] : []));
  return accepted({
    width,
    height,
    atomColourPalette: 'bw',
    backgroundColour: [1, 1, 1, 0],
    clearBackground: false,
    comicMode: false,
    fillHighlights: true,
    highlightColour: TINT,
    atoms: [...tinted],
    bonds: tintedBonds,
    padding: 0.04,
    fixedBondLength: 40,
  });
}

function isSide(pixels: number): boolean {
  return pixels >= DRAWING_MIN_PIXELS && pixels <= DRAWING_MAX_PIXELS;
}

/**
 * The drawing with its ink as `currentColor`, so that it follows the text around it, and without what only a file of
 * its own needs.
 */
export function inkOnly(svg: string): string {
  return svg
    .replace(/^<\?xml[^>]*\?>\s*/, '')
    .replace(/\s+xmlns:(?:rdkit|xlink)='[^']*'/g, '')
    .replace(/\s+xml:space='preserve'/, '')
    .replace(/<!--[^>]*-->\s*/g, '')
    .replace(/#000000/g, 'currentColor');
}
