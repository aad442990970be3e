import type {
  Answer,
  AppliedControl,
  Control,
  Explanation,
  JurisdictionStatus,
  Law,
  Reason,
  Substance,
} from '@custody/core';

/**
 * The answer with list and entry beside every control, and the names of goods in place of their ids, wherever a sentence
 * has them among its figures: so that other languages can say it too. The engine's own English has them in its words.
 */
export function withEntries(law: Law, answer: Answer): Answer {
  const tables = tablesOf(law);
  const reason = <Sentence extends Reason>(one: Sentence): Sentence => ({
    ...one,
    ...named(tables, one.data),
  });
  const doubted = (control: AppliedControl): AppliedControl => ({
    ...control,
    doubt: control.doubt === null ? null : reason(control.doubt),
  });
  const explained = (one: Explanation): Explanation => ({
    ...one,
    ...named(tables, one.data),
    children: one.children.map(explained),
  });
  const status = (one: JurisdictionStatus): JurisdictionStatus => ({
    ...one,
    reasons: one.reasons.map(reason),
    controls: one.controls.map(doubted),
    proposed: one.proposed.map(doubted),
    announced: one.announced.map(doubted),
    excluded: one.excluded.map((control) => ({ ...doubted(control), because: reason(control.because) })),
    explanation: explained(one.explanation),
  });
  return {
    ...answer,
    results: answer.results.map((result) => ({ ...result, statuses: result.statuses.map(status) })),
  };
}

type Data = Reason['data'];

function named(tables: Tables, data: Data): { readonly data?: NonNullable<Data> } {
  if (data === undefined) return {};
  const id = data['control'] ?? data['own'];
  const control = typeof id === 'string' ? tables.controls.get(id) : undefined;
  const of = typeof data['of'] === 'string' ? tables.names.get(data['of']) : undefined;
  return {
    data: {
      ...(control === undefined ? {} : { list: control.list, entry: control.entry }),
      ...data,
      ...(control !== undefined && data['own'] !== undefined
        ? { list: control.list, entry: control.entry }
        : {}),
      ...(of === undefined ? {} : { of: of.en, 'of.zh': of.zh ?? of.en, 'of.es': of.es ?? of.en }),
    },
  };
}

interface Tables {
  readonly controls: ReadonlyMap<string, Control>;
  readonly names: ReadonlyMap<string, Substance['name']>;
}

const known = new WeakMap<Law, Tables>();

function tablesOf(law: Law): Tables {
  const before = known.get(law);
  if (before !== undefined) return before;
  const made: Tables = {
    controls: new Map(law.controls.map((control) => [control.id, control])),
    names: new Map([...law.substances, ...law.equipment].map((goods) => [goods.id, goods.name])),
  };
  known.set(law, made);
  return made;
}
