/**
 * How a structure X stands to a structure Y with the same skeleton.
 * - `same`: the same stereochemistry, or none.
 * - `within`: Y leaves open what X defines; X is one of the isomers Y's name covers.
 * - `open`: X leaves open what Y defines; X may be, or contain, Y.
 * - `mirror`: mirror images of each other.
 * - `other`: diastereomers, geometric isomers, or open in different places.
 */
export type StereoRelation = 'same' | 'within' | 'open' | 'mirror' | 'other';

/**
 * Compares the stereo layers `/b`, `/t` and `/m` of two standard InChIs of one skeleton (InChI Technical Manual:
 * `/m1` says that the parities printed in `/t` are those of the mirror image).
 */
export function stereoRelation(inchiX: string, inchiY: string): StereoRelation {
  const x = paritiesOf(inchiX);
  const y = paritiesOf(inchiY);
  let [xOpen, yOpen, equal, opposite] = [0, 0, 0, 0];
  for (const place of new Set([...x.keys(), ...y.keys()])) {
    const here = x.get(place) ?? '?';
    const there = y.get(place) ?? '?';
    if (here === '?' && there === '?') continue;
    if (here === '?') xOpen += 1;
    else if (there === '?') yOpen += 1;
    else if (here === there) equal += place.startsWith('t') ? 1 : 0;
    // A double bond is the same in the mirror; one that differs makes geometric isomers.
    else if (place.startsWith('b')) return 'other';
    else opposite += 1;
  }
  if (xOpen > 0 && yOpen > 0) return 'other';
  if (opposite > 0) return equal === 0 && xOpen + yOpen === 0 ? 'mirror' : 'other';
  if (xOpen > 0) return 'open';
  return yOpen > 0 ? 'within' : 'same';
}

/** Place (`t15`, `b4-3`) -> `+`, `-` or `?`, the tetrahedral ones as they are and not as their mirror image. */
function paritiesOf(inchi: string): ReadonlyMap<string, string> {
  const parities = new Map<string, string>();
  const layers = inchi.split('/').slice(1);
  // The isotopic layer repeats stereo for labelled atoms; the main layer stands before it.
  const isotopic = layers.findIndex((layer) => layer.startsWith('i'));
  const main = isotopic === -1 ? layers : layers.slice(0, isotopic);
  const mirrored = main.includes('m1');
  for (const layer of main) {
    const kind = layer[0] ?? '';
    if (kind !== 'b' && kind !== 't') continue;
    for (const match of layer.slice(1).matchAll(/([\d-]*\d)([+\-?u])/g)) {
      const sign = match[2] ?? '?';
      const shown = sign === 'u' ? '?' : sign;
      parities.set(`${kind}${match[1] ?? ''}`, kind === 't' && mirrored ? flipped(shown) : shown);
    }
  }
  return parities;
}

function flipped(sign: string): string {
  return sign === '+' ? '-' : sign === '-' ? '+' : sign;
}
