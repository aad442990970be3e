import { describe, expect, it } from 'vitest';
import { loadLaw } from '../node/law-file.ts';
import { nationalForm } from './name-fold-national.ts';

describe('one name in the spelling of several languages', () => {
  it.each([
    ['morphine', 'morfina', 'Morphin', 'морфин'],
    ['fentanyl', 'fentanilo', 'fentanila', 'фентанил'],
    ['methylphenidate', 'metilfenidato'],
    ['hydrocodone', 'hidrocodona', 'Hydrocodon'],
    ['methamphetamine', 'metanfetamina'],
    ['cocaine', 'cocaína', 'Kokain', 'кокаин'],
    ['phenobarbital', 'fenobarbital'],
    ['chlordiazepoxide', 'clordiazepóxido'],
  ])('%s = %s', (one, ...others) => {
    for (const other of others) expect(nationalForm(other)).toBe(nationalForm(one));
  });

  it.each([
    ['methadone', 'methadol'],
    ['piperidine', 'piperidone'],
    ['ephedrine', 'epinephrine'],
    ['codeine', 'cocaine'],
  ])('keeps apart %s and %s', (one, other) => {
    expect(nationalForm(one)).not.toBe(nationalForm(other));
  });

  it('is silent on what is no single word, or too short', () => {
    for (const text of ['acetic acid', '4-AP', 'NPP', 'ether', '芬太尼', ''])
      expect(nationalForm(text)).toBeNull();
  });

  it('brings no two goods of the law together, but for names they already share', () => {
    const owners = new Map<string, string>();
    const clashes: string[] = [];
    for (const { id, names } of loadLaw().substances) {
      for (const { text, kind, ambiguous } of names) {
        const form = kind === 'misspelling' || ambiguous === true ? null : nationalForm(text);
        if (form === null) continue;
        const owner = owners.get(form);
        if (owner !== undefined && owner !== id) clashes.push(`${text}: ${owner} and ${id}`);
        owners.set(form, id);
      }
    }
    expect(clashes).toEqual([]);
  });
});
