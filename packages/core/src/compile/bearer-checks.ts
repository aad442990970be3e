import type { GoodsFiles, SubstanceFile, Written } from './goods-files.ts';
import type { AnyGoods, Report } from './goods-report.ts';

/** A folded name borne by two goods decides for neither: both say so. Within one goods each name stands once. */
export function checkNames(all: readonly AnyGoods[], fold: (text: string) => string, report: Report): void {
  const bearers = new Map<string, { readonly goods: AnyGoods; readonly index: number }[]>();
  for (const goods of all) {
    const seen = new Set<string>();
    goods.value.names.forEach((name, index) => {
      const folded = fold(name.text);
      if (folded === '') {
        report(
          goods,
          ['names', index, 'text'],
          'empty-name',
          'Nothing is left of the name when it is compared.',
          'write letters or digits.',
        );
      }
      const same = `${name.lang} ${name.text}`;
      if (seen.has(same)) {
        report(
          goods,
          ['names', index],
          'name-twice',
          `"${name.text}" stands here already.`,
          'remove one of the two.',
        );
      }
      seen.add(same);
      bearers.set(folded, [...(bearers.get(folded) ?? []), { goods, index }]);
    });
  }
  for (const named of bearers.values()) {
    const ids = [...new Set(named.map(({ goods }) => goods.value.id))];
    if (ids.length < 2) continue;
    for (const { goods, index } of named) {
      const name = goods.value.names[index];
      if (name === undefined || name.ambiguous === true) continue;
      const others = ids.filter((id) => id !== goods.value.id).join(', ');
      report(
        goods,
        ['names', index],
        'name-shared',
        `"${name.text}" is also a name of ${others}.`,
        'mark it "ambiguous: true" in each, or remove it where it is wrong.',
      );
    }
  }
  for (const goods of all) {
    if ('saltOf' in goods.value && goods.value.saltOf !== undefined) continue;
    const own = new Set(goods.value.names.map((name) => fold(name.text)));
    if (!own.has(fold(goods.value.name.en))) {
      report(
        goods,
        ['name', 'en'],
        'display-name',
        'The English display name is not among the names.',
        'add it to names with its source.',
      );
    }
  }
}

/** Numbers and structures that two goods share must say so, or are wrong. */
export function checkNumbers(files: GoodsFiles, report: Report): void {
  const cas = new Map<string, { readonly substance: Written<SubstanceFile>; readonly index: number }[]>();
  const keys = new Map<string, string>();
  for (const substance of files.substances) {
    substance.value.cas.forEach((one, index) => {
      cas.set(one.number, [...(cas.get(one.number) ?? []), { substance, index }]);
    });
    const { structure, id } = substance.value;
    for (const key of structure === undefined ? [] : [structure.inchikey, ...structure.inchikeysAlso]) {
      const other = keys.get(key);
      if (other !== undefined) {
        report(
          substance,
          ['structure', 'inchikey'],
          'structure-twice',
          `"${other}" has the same structure.`,
          'merge the two, or correct one structure.',
        );
      }
      keys.set(key, id);
    }
  }
  for (const [number, borne] of cas) {
    if (borne.length < 2) continue;
    for (const { substance, index } of borne) {
      if (substance.value.cas[index]?.shared === true) continue;
      const others = borne.filter((one) => one.substance !== substance).map((one) => one.substance.value.id);
      report(
        substance,
        ['cas', index],
        'cas-shared',
        `${number} is also printed for ${others.join(', ') || 'the same goods'}.`,
        'mark it "shared: true" in each, or remove it where it is wrong.',
      );
    }
  }
}
