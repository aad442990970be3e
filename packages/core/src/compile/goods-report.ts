import type { EquipmentFile, SubstanceFile, Written } from './goods-files.ts';

/** Goods as written, with their place. */
export type AnyGoods = Written<SubstanceFile> | Written<EquipmentFile>;

/** A path inside the file of the goods. */
export type Place = readonly (string | number)[];

/** Adds a problem of one goods, with file and line. */
export type Report = (goods: AnyGoods, place: Place, code: string, message: string, todo: string) => void;
