import { describe, expect, test } from 'vitest';
import { stereoRelation } from './stereo-relation.ts';

// InChIs of four substances of the schedules, as RDKit 2026.09 writes them.
const DEXTROMETHORPHAN =
  'InChI=1S/C18H25NO/c1-19-10-9-18-8-4-3-5-15(18)17(19)11-13-6-7-14(20-2)12-16(13)18/h6-7,12,15,17H,3-5,8-11H2,1-2H3/t15-,17+,18+/m1/s1';
const LEVOMETHORPHAN = DEXTROMETHORPHAN.replace('/m1', '/m0');
const RACEMETHORPHAN = DEXTROMETHORPHAN.replace('/t15-,17+,18+/m1/s1', '');
const EPHEDRINE = 'InChI=1S/C10H15NO/c1-8(11-2)10(12)9-6-4-3-5-7-9/h3-8,10-12H,1-2H3/t8-,10-/m0/s1';
const PSEUDOEPHEDRINE = 'InChI=1S/C10H15NO/c1-8(11-2)10(12)9-6-4-3-5-7-9/h3-8,10-12H,1-2H3/t8-,10+/m0/s1';
const HALF_OPEN = 'InChI=1S/C10H15NO/c1-8(11-2)10(12)9-6-4-3-5-7-9/h3-8,10-12H,1-2H3/t8-,10?/m0/s1';

describe('stereo relation', () => {
  test.each([
    ['the same', DEXTROMETHORPHAN, DEXTROMETHORPHAN, 'same'],
    ['mirror images', DEXTROMETHORPHAN, LEVOMETHORPHAN, 'mirror'],
    ['an enantiomer of a name that leaves stereo open', DEXTROMETHORPHAN, RACEMETHORPHAN, 'within'],
    ['goods that leave open what the name defines', RACEMETHORPHAN, LEVOMETHORPHAN, 'open'],
    ['diastereomers', EPHEDRINE, PSEUDOEPHEDRINE, 'other'],
    ['partly open goods', HALF_OPEN, EPHEDRINE, 'open'],
    ['a name that is partly open', EPHEDRINE, HALF_OPEN, 'within'],
    ['partly open goods of the other hand', HALF_OPEN.replace('/m0', '/m1'), EPHEDRINE, 'other'],
  ])('%s', (_, x, y, relation) => {
    expect(stereoRelation(x, y)).toBe(relation);
  });

  test('a double bond the other way makes geometric isomers, not mirror images', () => {
    expect(
      stereoRelation('InChI=1S/C4H8/c1-3-4-2/h3-4H,1-2H3/b4-3+', 'InChI=1S/C4H8/c1-3-4-2/h3-4H,1-2H3/b4-3-'),
    ).toBe('other');
  });

  test('labels do not count as stereo', () => {
    expect(stereoRelation(`${EPHEDRINE}/i1D3/t8-,10+/m1/s1`, EPHEDRINE)).toBe('same');
  });
});
