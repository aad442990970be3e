import {
  classOutcome,
  compileClass,
  goodsOfLaw,
  readSmiles,
  type ClassTimeline,
  type CompiledClass,
  type Law,
} from '@custody/core';
import type { ClassExample, ClassView } from './messages.ts';

/** A class with its examples laid on its definition, and the named goods it reaches. */
export function classView(law: Law, timeline: ClassTimeline): ClassView {
  const { rule } = timeline;
  if (rule.definition === undefined) return { timeline, examples: [], members: [] };
  const compiled = compileClass(rule.definition, rule.id);
  const example =
    (expected: ClassExample['expected']) =>
    ({ name, smiles }: { readonly name: string; readonly smiles: string }): readonly ClassExample[] => {
      const read = readSmiles(smiles);
      if (!read.ok) return [];
      const { verdict, proof, doubts } = classOutcome(compiled, read.value);
      // What the rule itself gives as outside is no member; how it would be read otherwise is not shown.
      const outside = verdict === 'no' || (expected === 'out' && verdict === 'review');
      if (outside) return [{ name, smiles, expected, verdict: 'no', proof: null, doubts: [] }];
      return [{ name, smiles, expected, verdict, proof, doubts }];
    };
  return {
    timeline,
    examples: [...rule.examplesIn.flatMap(example('in')), ...rule.examplesOut.flatMap(example('out'))],
    members: membersOf(law, compiled),
  };
}

function membersOf(law: Law, compiled: CompiledClass): ClassView['members'] {
  return law.substances.flatMap(({ id, name }) => {
    const molecule = goodsOfLaw(law, id)?.parent ?? null;
    if (molecule === null) return [];
    const { verdict } = classOutcome(compiled, molecule);
    return verdict === 'no' ? [] : [{ goods: id, name: name.en, names: name, verdict }];
  });
}
