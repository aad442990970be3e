import { describe, expect, test } from 'vitest';
import { PLANTED } from './planted.ts';
import { readTree, type Rule, type Violation } from './source-tree.ts';
import { RULES } from './tidy.ts';

const tree = readTree();

describe.each(RULES.map((rule) => [rule.name, rule] as const))('%s', (name, rule) => {
  test('is broken by the planted violation', () => {
    const planted = PLANTED[name];
    expect(planted, `plant a violation for ${name} in planted.ts`).toBeDefined();
    expect(rule.check(planted?.tree ?? []).map((found) => found.path)).toContain(planted?.at);
  });

  test('holds in this house', () => {
    expect(rule.check(tree).map((found) => tell(rule, found))).toEqual([]);
  });
});

function tell(rule: Rule, { path, line, message }: Violation): string {
  return `${path}:${String(line)} ${message}. ${rule.name}: ${rule.why}.`;
}
