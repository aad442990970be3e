import { describe, expect, test } from 'vitest';
import { loadLaw } from '../node/law-file.ts';
import { readDraft, writeDraft, type DraftRule } from './draft-text.ts';

const law = loadLaw();
const defined = law.rules.flatMap((rule) =>
  rule.definition === undefined ? [] : [{ rule, definition: rule.definition }],
);

function draftOf(id: string): DraftRule {
  const found = defined.find(({ rule }) => rule.id === id);
  if (found === undefined) throw new Error(`no definition of ${id}`);
  const { rule, definition } = found;
  return { title: rule.title, from: rule.id, words: rule.words[0]?.text ?? '', definition };
}

const US = draftOf('us-fentanyl-related-substances');

describe('the text of a draft', () => {
  test('there are definitions to write', () => {
    expect(defined.length).toBeGreaterThan(5);
  });

  test.each(defined.map(({ rule }) => rule.id))(
    '%s is written as people write it, and read back the same',
    (id) => {
      const draft = draftOf(id);
      const text = writeDraft(draft);
      expect(text).not.toMatch(/: null|\[object/);
      const read = readDraft(text);
      expect(read.problems).toEqual([]);
      expect(read.draft).toEqual({ ...draft, words: draft.words.trim() });
    },
  );

  test('kinds stand as bare words in one line', () => {
    expect(writeDraft(US)).toMatch(/shapes: \[ alkyl, alkenyl, alkoxy,/);
  });

  test.each([
    ['title: x\ndefinition:\n  zones: [', 'yaml', 3],
    ['title: x\ndefinition: 4\n', 'schema', 2],
    ['title: ""\ndefinition: {}\n', 'schema', 1],
    ['', 'schema', null],
    ['- 1\n', 'schema', null],
    ['title: &a x\nfrom: *a\n', 'yaml-alias', null],
  ])('%j is refused', (text, code, line) => {
    const { draft, problems } = readDraft(text);
    expect(draft).toBeNull();
    expect(problems.length).toBeGreaterThan(0);
    expect(problems[0]).toMatchObject({ code, line });
  });

  test('a text too long to be a rule is not parsed', () => {
    expect(readDraft('a'.repeat(200_001)).problems).toMatchObject([{ code: 'draft-too-long' }]);
  });

  test('a word that is no kind of group, and a key that is none, are named with their lines', () => {
    const text = writeDraft(US);
    const at = text.split('\n').findIndex((line) => line.includes('[ acyl, alkoxycarbonyl ]')) + 1;
    expect(at).toBeGreaterThan(0);
    const { problems } = readDraft(text.replace('[ acyl, alkoxycarbonyl ]', '[ acil ]'));
    expect(problems[0]).toMatchObject({ code: 'schema', line: at });
    const key = readDraft(text.replace('changesMin:', 'changesLeast:'));
    expect(key.problems.map(({ code }) => code)).toContain('unknown-key');
  });

  test('a definition that cannot be laid on a structure is refused at its zone', () => {
    const text = writeDraft(US).replace('at: [ 8, 9 ]', 'at: [ 8, 99 ]');
    const { draft, problems } = readDraft(text);
    expect(draft).toBeNull();
    const [first] = problems;
    expect(first?.code).toBe('zone-off-scaffold');
    expect(first?.path).toMatch(/^definition\.zones\[\d\]$/);
    expect(first?.line).toBeGreaterThan(10);
  });
});
