import { describe, expect, it } from 'vitest';
import { loadLaw } from '../node/law-file.ts';
import { readCompilation } from './test/compilation.ts';
import { resolve } from './resolve.ts';

interface CompiledNames {
  readonly [id: string]: {
    readonly names: readonly { readonly text: string; readonly confidence: string }[];
    readonly cas: readonly { readonly number: string; readonly confidence: string }[];
  };
}

const shared = readCompilation('names.json') as CompiledNames | null;
const law = loadLaw();

/** Ids of the compilation that the data gives otherwise (decision 0007). */
const RENAMED: Readonly<Record<string, string>> = { '4-ap': '4-anilinopiperidine' };
/** Names of a form that has its own entry: the racemate of ephedrine. */
const OWN_ENTRY: Readonly<Record<string, string>> = {
  racephedrine: 'racephedrine',
  消旋麻黄素: 'racephedrine',
};

describe.skipIf(shared === null)('names read in a source (../shared/law/names.json)', () => {
  it('each lead to their substance, and a shared name to all of its goods', () => {
    const failed: string[] = [];
    let [asked, exact, offered] = [0, 0, 0];
    for (const [key, { names }] of Object.entries(shared ?? {})) {
      const id = RENAMED[key] ?? key;
      for (const { text, confidence } of names) {
        if (confidence !== 'seen') continue;
        asked += 1;
        const { goods, candidates } = resolve(law, text, null);
        const named = goods?.named;
        const base = named?.kind === 'chemical' ? named.saltOf : undefined;
        if (goods !== null && [id, OWN_ENTRY[text]].includes(base ?? goods.id)) exact += 1;
        else if (goods === null && candidates.length > 1 && candidates.some((one) => one.id === id))
          offered += 1;
        else
          failed.push(`${text} (${id}) gives ${goods?.id ?? candidates.map((one) => one.id).join(' or ')}`);
      }
    }
    expect(failed).toEqual([]);
    expect(asked).toBeGreaterThan(600);
    expect(exact + offered).toBe(asked);
    // Shared names are few: PMK glycidate, of the acid and two esters.
    expect(offered).toBeLessThanOrEqual(5);
  });

  it('so do the CAS numbers read in a source', () => {
    const failed: string[] = [];
    for (const [key, { cas }] of Object.entries(shared ?? {})) {
      const id = RENAMED[key] ?? key;
      for (const { number, confidence } of cas) {
        if (confidence !== 'seen') continue;
        const { goods, candidates } = resolve(law, number, null);
        const named = goods?.named;
        const found = [
          goods?.id,
          named?.kind === 'chemical' ? named.saltOf : undefined,
          ...candidates.map((one) => one.id),
        ];
        if (!found.includes(id) && !found.includes(OWN_ENTRY[number]))
          failed.push(`${number} (${id}) gives ${found.join(', ')}`);
      }
    }
    expect(failed).toEqual([]);
  });
});
