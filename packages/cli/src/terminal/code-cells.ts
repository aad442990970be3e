import type { AnsweredGoods } from '@custody/core';

/** The bundle of codes as label and value, official ones first: the goods code steps back behind them. */
export function codeCells(
  codes: AnsweredGoods['codes'],
): readonly { readonly label: string; readonly value: string }[] {
  const hs = codes.hs.map((line) => `${line.code} (HS ${line.edition}${line.basket ? ', shared line' : ''})`);
  const cells = [
    { label: 'CAS', value: codes.cas.join(', ') },
    { label: 'HS', value: hs.join(', ') },
    { label: 'National', value: codes.national.map((line) => `${line.country} ${line.code}`).join(', ') },
    { label: 'UN', value: codes.un.join(', ') },
    {
      label: 'Registers',
      value: codes.registry.map((line) => `${line.registry.toUpperCase()} ${line.code}`).join(', '),
    },
    { label: 'Goods code', value: codes.goods ?? '' },
    { label: 'InChIKey', value: codes.inchikey ?? '' },
  ];
  return cells.filter(({ value }) => value !== '');
}
