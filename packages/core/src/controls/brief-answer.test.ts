import { expect, test } from 'vitest';
import type { GoodsAnswer } from './answer.ts';
import { briefAnswer } from './brief-answer.ts';

test('keeps what the contract names and leaves the proofs of duties, penalties and the tree of reasons out', () => {
  const citation = {
    title: 'Act',
    url: null,
    published: null,
    verifiedOn: null,
    confidence: 'unverified',
  } as const;
  const duty = {
    id: 'd',
    kind: 'permit',
    what: 'a permit for each export',
    article: 'art. 1',
    actor: null,
    authority: null,
    deadline: { value: 15, unit: 'working-day', words: '15 working days before' },
    retention: null,
    citation,
  } as const;
  const whole: GoodsAnswer = {
    input: 'NPP',
    goods: null,
    resolution: { by: 'name', exact: true, candidates: [] },
    verdict: 'controlled',
    problems: [],
    statuses: [
      {
        jurisdiction: 'US',
        status: 'controlled',
        deciding: true,
        permanence: 'permanent',
        expires: null,
        controls: [],
        announced: [],
        proposed: [],
        excluded: [],
        duties: [duty],
        penalties: [{ id: 'p', article: 'art. 2', penalty: 'a fine', conduct: 'no permit', citation }],
        reasons: [],
        scope: { complete: ['precursor'], partial: [], outside: [], checkedOn: null, words: [] },
        explanation: { code: 'c', text: 't', outcome: 'yes', children: [] },
      },
    ],
  };
  const [status] = briefAnswer(whole).statuses;
  expect(status).toEqual({
    jurisdiction: 'US',
    status: 'controlled',
    deciding: true,
    permanence: 'permanent',
    expires: null,
    controls: [],
    announced: [],
    proposed: [],
    excluded: [],
    reasons: [],
    scope: { complete: ['precursor'], partial: [], outside: [], checkedOn: null, words: [] },
    duties: [
      {
        id: 'd',
        kind: 'permit',
        what: 'a permit for each export',
        article: 'art. 1',
        deadline: duty.deadline,
        confidence: 'unverified',
      },
    ],
  });
});
