import { isJurisdiction, type Jurisdiction } from '@custody/core';
import { GOODS_SETS, type GoodsSet } from '../engine/messages.ts';
import { present, words, type DeskAddress } from '../shell/address.ts';

/** The table of gaps: the day stands in `on`, as on every page. */
export interface GapsAddress extends DeskAddress {
  readonly goods?: GoodsSet;
  readonly filter?: string;
  readonly differ?: '1';
  /** Only gaps behind this jurisdiction. */
  readonly ahead?: Jurisdiction;
  /** Jurisdictions shown, separated by commas; absent: those that decide. */
  readonly in?: string;
  /** Goods id and jurisdiction of the open cell: `norfentanyl@CN`. */
  readonly cell?: string;
  readonly list?: '1';
  readonly past?: '1';
  readonly sort?: string;
}

export interface ChangesAddress extends DeskAddress {
  readonly after?: string;
  readonly upTo?: string;
  readonly where?: Jurisdiction;
  readonly family?: string;
  /** Kinds of change, separated by commas; absent: all but uncertain starts. */
  readonly kinds?: string;
  readonly filter?: string;
  readonly sort?: string;
  /** The change that is open: day, jurisdiction and target. */
  readonly change?: string;
}

export interface ClassesAddress extends DeskAddress {
  readonly filter?: string;
  readonly sort?: string;
}

export interface BacklogAddress extends DeskAddress {
  /** Set where the reader has switched to the view of an authority. */
  readonly as?: 'authority';
  readonly home?: Jurisdiction;
  readonly partners?: string;
  readonly unknown?: '1';
  readonly filter?: string;
  readonly sort?: string;
}

export interface DraftAddress extends DeskAddress {
  readonly as?: 'authority';
  /** Id of the rule in force a draft starts from. */
  readonly rule?: string;
}

type Raw = Readonly<Record<string, unknown>>;

export function gapsAddress(raw: Raw): GapsAddress {
  return present({
    goods: GOODS_SETS.find((one) => one === raw['goods']),
    filter: words(raw['filter']),
    differ: flag(raw['differ']),
    ahead: place(raw['ahead']),
    in: words(raw['in']),
    cell: words(raw['cell']),
    list: flag(raw['list']),
    past: flag(raw['past']),
    sort: words(raw['sort']),
  });
}

export function changesAddress(raw: Raw): ChangesAddress {
  return present({
    after: words(raw['after']),
    upTo: words(raw['upTo']),
    where: place(raw['where']),
    family: words(raw['family']),
    kinds: words(raw['kinds']),
    filter: words(raw['filter']),
    sort: words(raw['sort']),
    change: words(raw['change']),
  });
}

export function classesAddress(raw: Raw): ClassesAddress {
  return present({ filter: words(raw['filter']), sort: words(raw['sort']) });
}

export function backlogAddress(raw: Raw): BacklogAddress {
  return present({
    as: authority(raw['as']),
    home: place(raw['home']),
    partners: words(raw['partners']),
    unknown: flag(raw['unknown']),
    filter: words(raw['filter']),
    sort: words(raw['sort']),
  });
}

export function draftAddress(raw: Raw): DraftAddress {
  return present({ as: authority(raw['as']), rule: words(raw['rule']) });
}

function flag(value: unknown): '1' | undefined {
  return value === '1' ? '1' : undefined;
}

function authority(value: unknown): 'authority' | undefined {
  return value === 'authority' ? 'authority' : undefined;
}

function place(value: unknown): Jurisdiction | undefined {
  return typeof value === 'string' && isJurisdiction(value) ? value : undefined;
}
