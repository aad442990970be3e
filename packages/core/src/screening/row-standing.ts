import {
  linksOf,
  statusesOf,
  strongest,
  verdictOf,
  type AppliedControl,
  type ControlStatus,
  type JurisdictionStatus,
  type Law,
  type Link,
  type Question,
} from '../controls/index.ts';
import { readSmiles, type ResolvedGoods } from '../goods/index.ts';
import { JURISDICTIONS, type Jurisdiction } from '../kernel/index.ts';
import { KeptTexts } from './kept-texts.ts';

/** What the law says of goods in one jurisdiction, as far as a row needs it. */
export interface Standing {
  readonly jurisdiction: Jurisdiction;
  readonly status: ControlStatus;
  readonly deciding: boolean;
  readonly controls: readonly AppliedControl[];
}

/** What the law says of goods in each jurisdiction asked about. */
export interface GoodsStanding {
  readonly verdict: ControlStatus;
  readonly standings: readonly Standing[];
}

/** Goods and forms of which the statuses are kept: a list of a million lines is about a few thousand. */
const MOST_KEPT_GOODS = 4_000;

/** Answers what the law says of goods, each goods in each form worked out once. */
export class Standings {
  readonly #law: Law;
  readonly #question: Question;
  readonly #kept = new KeptTexts<GoodsStanding>(MOST_KEPT_GOODS);
  #untouched: GoodsStanding | null = null;

  constructor(law: Law, question: Question) {
    this.#law = law;
    this.#question = question;
  }

  /** Jurisdictions asked about, each once. */
  get asked(): readonly Jurisdiction[] {
    return [...new Set(this.#question.in ?? JURISDICTIONS)];
  }

  /** Of goods; null for a structure that nothing in the law has to do with. */
  of(goods: ResolvedGoods | null): GoodsStanding {
    if (goods === null) return this.untouched();
    const { removed, salt, stereo, isotopes } = goods.form;
    const form = [removed, salt, stereo, isotopes];
    const links = goods.named === null ? linksOf(this.#law, goods) : null;
    if (links?.length === 0) return this.untouched();
    const key = JSON.stringify([links === null ? goods.id : links.map(linkInBrief), form]);
    return this.#kept.get(key, () => this.#work(goods));
  }

  /** Of a structure that no entry and no rule touches: the same for all of them, since only the scope speaks. */
  untouched(): GoodsStanding {
    this.#untouched ??= this.#work(NO_GOODS);
    return this.#untouched;
  }

  #work(goods: ResolvedGoods): GoodsStanding {
    const statuses = statusesOf(this.#law, goods, this.#question);
    return { verdict: verdictOf(statuses), standings: statuses.map(inBrief) };
  }
}

/**
 * What a control has to do with goods that no list names: where this and their form are equal, so is what the law says
 * of them, but for the atoms of a proof, which a row does not show.
 */
function linkInBrief({ control, basis, outcome, reasons }: Link): unknown {
  return [control.id, control.start, control.published, basis, outcome, reasons];
}

function inBrief({ jurisdiction, status, deciding, controls }: JurisdictionStatus): Standing {
  return { jurisdiction, status, deciding, controls };
}

/** The verdict over standings: of the deciding ones, or of all where none decides. */
export function verdictOver(standings: readonly Pick<Standing, 'status' | 'deciding'>[]): ControlStatus {
  const deciding = standings.filter((one) => one.deciding);
  return strongest((deciding.length > 0 ? deciding : standings).map(({ status }) => status));
}

const METHANE = readSmiles('C');

/** A structure no list names and no rule reaches: one carbon. */
const NO_GOODS: ResolvedGoods = {
  id: '',
  kind: 'chemical',
  named: null,
  form: { removed: [], salt: null, stereo: 'named', isotopes: false },
  inchikey: null,
  parent: METHANE.ok ? METHANE.value : null,
  smiles: 'C',
  goodsCode: null,
  regimes: ['drug', 'precursor', 'watched'],
};
