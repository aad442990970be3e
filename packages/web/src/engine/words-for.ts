import { resolve, type Equipment, type Law, type Substance } from '@custody/core';

const found = new WeakMap<Law, Map<string, string | null>>();

/**
 * Words that ask about the goods with this id and about nothing else: their name where it is plain, else their CAS
 * number, key or goods code. Null where none of them is: then no link is offered that would ask about something else.
 */
export function wordsFor(law: Law, id: string): string | null {
  const known = found.get(law) ?? new Map<string, string | null>();
  found.set(law, known);
  const before = known.get(id);
  if (before !== undefined) return before;
  const words = waysToAsk(law, id).find((text) => resolve(law, text, null).goods?.id === id) ?? null;
  known.set(id, words);
  return words;
}

function waysToAsk(law: Law, id: string): readonly string[] {
  const goods: Substance | Equipment | undefined =
    law.substances.find((one) => one.id === id) ?? law.equipment.find((one) => one.id === id);
  if (goods === undefined) return [];
  const numbers =
    goods.kind === 'chemical'
      ? [
          ...goods.cas.filter((cas) => cas.form === 'parent').map((cas) => cas.number),
          goods.structure?.inchikey,
          goods.goodsCode,
          ...goods.cas.map((cas) => cas.number),
        ]
      : [];
  return [goods.name.en, ...numbers, ...goods.names.map((name) => name.text)].filter(
    (text): text is string => typeof text === 'string',
  );
}
