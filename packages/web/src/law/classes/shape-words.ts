import { BRIDGE_WORDS, GROUP_WORDS, type RingShape, type Shape, type Substituents } from '@custody/core';
import type { Words } from '../../i18n/use-words.ts';

type Speak = Pick<Words, 't' | 'list' | 'language'>;

/** A shape of a class definition in words: `alkyl (up to C6)`, `aromatic single ring, however substituted`. */
export function shapeWords(shape: Shape, words: Speak): string {
  const { t, list } = words;
  if ('nothing' in shape) return t('views.shape.nothing');
  if ('any' in shape) {
    if (shape.except === undefined) return t('views.shape.any');
    return t('views.shape.anyExcept', { what: shapesWords(shape.except, words) });
  }
  if ('bondedBy' in shape) {
    const elements = list(shape.bondedBy);
    if (shape.except === undefined) return t('views.shape.bondedBy', { elements });
    return t('views.shape.bondedByExcept', { elements, what: shapesWords(shape.except, words) });
  }
  if ('group' in shape) return groupWords(shape, words);
  if ('exactly' in shape) return t('views.shape.exactly', { smiles: shape.exactly });
  if ('ring' in shape) return ringWords(shape.ring, words);
  if ('chain' in shape) {
    const { atomsMin: min, atomsMax: max, ring } = shape.chain;
    const said = ringWords(ring, words);
    return min === max
      ? t('views.shape.chainOne', { min, ring: said })
      : t('views.shape.chain', { min, max, ring: said });
  }
  if ('cycle' in shape) return t('views.shape.cycle', { ring: ringWords(shape.cycle.ring, words) });
  return t('views.shape.bridgeOf', { kind: BRIDGE_WORDS[shape.bridge][words.language] });
}

export function shapesWords(shapes: readonly Shape[], words: Speak): string {
  return words.list(shapes.map((shape) => shapeWords(shape, words)));
}

function groupWords(shape: Extract<Shape, { group: unknown }>, { t, language }: Speak): string {
  const kind = GROUP_WORDS[shape.group][language];
  const { carbonsMin: min, carbonsMax: max } = shape;
  if (min !== undefined && max !== undefined) return t('views.shape.carbons', { kind, min, max });
  if (max !== undefined) return t('views.shape.carbonsMax', { kind, max });
  return min === undefined ? kind : t('views.shape.carbonsMin', { kind, min });
}

function ringWords(ring: RingShape, words: Speak): string {
  const { t, list } = words;
  let what: string = t(ring.system === 'monocycle' ? 'views.shape.monocycle' : 'views.shape.system');
  if (ring.aromatic === true) what = t('views.shape.aromatic', { what });
  if (ring.hetero !== undefined)
    what = t(ring.hetero ? 'views.shape.heteroYes' : 'views.shape.heteroNo', { what });
  if (ring.is !== undefined) what = t('views.shape.isOf', { what, smiles: list(ring.is) });
  if (ring.isNot !== undefined) what = t('views.shape.isNot', { what, smiles: list(ring.isNot) });
  return substituted(what, ring.substituents, words);
}

function substituted(what: string, substituents: Substituents, words: Speak): string {
  const { t } = words;
  if (substituents === 'any') return t('views.shape.free', { what });
  if (substituents === 'none') return t('views.shape.bare', { what });
  return t('views.shape.bearing', { what, shapes: shapesWords(substituents, words) });
}
