import {
  accepted,
  check,
  lawList,
  lawShow,
  refused,
  resolve,
  timeline,
  type Answer,
  type Chemist,
  type Law,
  type Outcome,
  type Question,
} from '@custody/core';
import { chemist, chemistFor, toolkit } from './chemistry.ts';
import { factsOf } from './facts.ts';
import { inForceOn } from './in-force.ts';
import { loadLaw } from './load-law.ts';
import { regulatorsCall } from './regulators-call.ts';
import type { Asked, EngineCall, EngineCalls, Lent } from './messages.ts';
import { wordsFor } from './words-for.ts';
import { withEntries } from './with-entries.ts';

let loading: Promise<Outcome<Law>> | null = null;

/** Works out one call. Refusals are values; what is thrown is a fault. */
export async function answerCall({ call, asks }: Asked): Promise<Outcome<unknown>> {
  if (call === 'warm') {
    await chemist();
    return accepted(null);
  }
  if (call === 'draw') return draw(asks as EngineCalls['draw']['asks']);
  loading ??= loadLaw();
  const law = await loading;
  if (!law.ok) {
    loading = null;
    return law;
  }
  if (call === 'lend') return lend(law.value, asks as EngineCalls['lend']['asks']);
  return accepted(await byLaw(law.value, call, asks));
}

async function lend(law: Law, { to }: EngineCalls['lend']['asks']): Promise<Outcome<null>> {
  const lent: Lent = { law, toolkit: await toolkit().catch(() => null) };
  to.postMessage(lent);
  to.close();
  return accepted(null);
}

async function byLaw(law: Law, call: EngineCall, asks: unknown): Promise<unknown> {
  switch (call) {
    case 'lineGoods': {
      const { id, from, question } = asks as EngineCalls['lineGoods']['asks'];
      const toolkit = await chemistFor([from]);
      const itself = id === null || resolve(law, from, toolkit).goods?.id === id;
      return byLaw(law, 'check', { ...question, what: [itself ? from : (wordsFor(law, id) ?? from)] });
    }
    case 'check': {
      const question = asks as Question;
      const toolkit = await chemistFor(question.what);
      const answer = check(law, question, (text) => resolve(law, text, toolkit));
      // A list of answers shows no proofs; without them three hundred lines are a message and not a freight train.
      const shown = answer.results.length > 1 ? withoutProofs(answer) : withEntries(law, answer);
      return { ...shown, ways: waysTo(law, answer) };
    }
    case 'timeline': {
      const text = asks as string;
      const { goods } = resolve(law, text, await chemistFor([text]));
      return goods === null ? [] : timeline(law, goods);
    }
    case 'instruments': {
      const { on, known } = asks as EngineCalls['instruments']['asks'];
      const inForce = new Map<string, number>();
      for (const control of law.controls) {
        if (!inForceOn(control, on, known)) continue;
        inForce.set(control.instrument, (inForce.get(control.instrument) ?? 0) + 1);
      }
      return lawList(law).map((line) => ({ ...line, inForce: inForce.get(line.instrument.id) ?? 0 }));
    }
    case 'instrument': {
      const { id, on, known } = asks as EngineCalls['instrument']['asks'];
      const view = lawShow(law, id);
      if (view === null) return null;
      return {
        ...view,
        entries: view.entries.map((entry) => ({
          ...entry,
          inForce: inForceOn(entry.control, on, known),
          ask: 'goods' in entry.control.target ? wordsFor(law, entry.control.target.goods) : null,
        })),
      };
    }
    case 'gaps':
    case 'goods':
    case 'changes':
    case 'classes':
    case 'class':
    case 'backlog':
      return regulatorsCall(law, call, asks);
    default:
      return factsOf(law);
  }
}

function withoutProofs(answer: Answer): Answer {
  return {
    ...answer,
    results: answer.results.map((result) => ({
      ...result,
      statuses: result.statuses.map((status) => ({
        ...status,
        controls: [],
        announced: [],
        proposed: [],
        excluded: [],
        duties: [],
        penalties: [],
        explanation: { ...status.explanation, children: [] },
      })),
    })),
  };
}

/** For every candidate of an answer, the words that ask about it and nothing else. */
function waysTo(law: Law, answer: Answer): Readonly<Record<string, string>> {
  const ids = answer.results.flatMap((result) =>
    result.resolution.candidates.map((candidate) => candidate.id),
  );
  return Object.fromEntries(
    [...new Set(ids)].flatMap((id) => {
      const words = wordsFor(law, id);
      return words === null ? [] : [[id, words]];
    }),
  );
}

async function draw({
  smiles,
  width,
  height,
  highlight,
}: EngineCalls['draw']['asks']): Promise<Outcome<string>> {
  const toolkit: Chemist | null = await chemist();
  if (toolkit === null) {
    return refused({ code: 'toolkit-missing', message: 'The chemistry toolkit could not be loaded.' });
  }
  return toolkit.draw(smiles, { width, height }, highlight);
}
