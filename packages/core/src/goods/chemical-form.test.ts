import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formLayers, formWord, readForm } from './chemical-form.ts';

const HAN = { 鹽: '盐' };
const last = (text: string): unknown => {
  const layers = formLayers(text, HAN);
  const end = layers[layers.length - 1];
  return end === undefined ? null : [end.rest, end.form.salt, end.form.removed];
};

describe('salts and waters are taken off a name', () => {
  it.each([
    ['Xylazine HCl', 'xylazine', 'hydrochloride', ['hydrochloride']],
    ['fentanyl citrate (1:1)', 'fentanyl', 'citrate', ['citrate']],
    ['4-Piperidone hydrochloride monohydrate', '4-piperidone', 'hydrochloride', ['water', 'hydrochloride']],
    ['4-AP·2HCl', '4-ap', 'dihydrochloride', ['hydrochloride']],
    ['4-AP x HCl', '4-ap', 'hydrochloride', ['hydrochloride']],
    ['Clorhidrato de fentanilo', 'fentanilo', 'hydrochloride', ['hydrochloride']],
    ["chlorhydrate d'éphédrine", 'ephedrine', 'hydrochloride', ['hydrochloride']],
    ['Cloridrato de petidina', 'petidina', 'hydrochloride', ['hydrochloride']],
    ['fentanilo citrato', 'fentanilo', 'citrate', ['citrate']],
    ['Xylazinhydrochlorid', 'xylazin', 'hydrochloride', ['hydrochloride']],
    ['盐酸瑞芬太尼', '瑞芬太尼', 'hydrochloride', ['hydrochloride']],
    ['鹽酸瑞芬太尼', '瑞芬太尼', 'hydrochloride', ['hydrochloride']],
    ['4-(N-苯基氨基)哌啶 二盐酸盐', '4-(n-苯基氨基)哌啶', 'dihydrochloride', ['hydrochloride']],
    ['枸橼酸芬太尼', '芬太尼', 'citrate', ['citrate']],
    ['butorphanol hydrogen tartrate', 'butorphanol', 'bitartrate', ['tartrate']],
    ['BMK glycidic acid sodium salt', 'bmk glycidic acid', 'sodium', ['sodium']],
    ['fentanyl free base', 'fentanyl', null, []],
  ])('%s', (text, rest, salt, removed) => {
    expect(last(text)).toEqual([rest, salt, removed]);
  });

  it('says on which side of the salt the parent stands', () => {
    expect(formLayers('fentanyl citrate', {})[0]!.form.needs).toBe('base');
    expect(formLayers('BMK glycidic acid sodium salt', {})[0]!.form.needs).toBe('acid');
  });

  it('leaves a name without form words alone', () => {
    for (const name of ['NPP', 'acetone', 'piperidine', '苯丙酮', 'hydrochloric acid'])
      expect(last(name)).toBeNull();
  });
});

describe('stereo and isotopes are taken off a name', () => {
  it.each([
    ['(S)-methadone', 'methadone', 'isomer', false],
    ['(1R,2S)-(-)-ephedrine', 'ephedrine', 'isomer', false],
    ['dl-norephedrine', 'norephedrine', 'racemic', false],
    ['(±)-ephedrine', 'ephedrine', 'racemic', false],
    ['l-amphetamine', 'amphetamine', 'isomer', false],
    ['fentanyl-d5', 'fentanyl', null, true],
    ['Norfentanyl-D5', 'norfentanyl', null, true],
    ['d5-fentanyl', 'fentanyl', null, true],
    ['[2H5]-fentanyl', 'fentanyl', null, true],
    ['fentanyl-13C6', 'fentanyl', null, true],
    ['氘代芬太尼', '芬太尼', null, true],
  ])('%s', (text, rest, stereo, isotopes) => {
    const layers = formLayers(text, {});
    expect(layers[layers.length - 1]).toMatchObject({ rest, form: { stereo, isotopes } });
  });

  it('gives each layer on the way', () => {
    expect(formLayers('l-ephedrine hydrochloride', {}).map((layer) => layer.rest)).toEqual([
      'l-ephedrine',
      'ephedrine',
    ]);
  });
});

describe('forms as data files name them', () => {
  it.each([
    ['parent', null, null],
    ['base', null, null],
    ['dihydrochloride', 'dihydrochloride', null],
    ['(S)', null, 'isomer'],
    ['racemic hydrochloride', 'hydrochloride', 'racemic'],
    ['dexmedetomidine hydrochloride', 'hydrochloride', 'isomer'],
    ['sodium salt', 'sodium', null],
  ])('%s', (words, salt, stereo) => {
    expect(readForm(words)).toMatchObject({ salt, stereo });
  });

  it('knows a single word', () => {
    expect(formWord('Hydrochlorid')).toMatchObject({ salt: 'hydrochloride' });
    expect(formWord('monohydrate')).toMatchObject({ salt: null, removed: ['water'] });
    expect(formWord('powder')).toBeNull();
  });
});

describe('any text', () => {
  it('is answered, in bounded time', () => {
    const unit = fc.constantFrom(...'(-)+±dl s,.盐酸h[]2c1:x', ' ', 'hcl', 'de ');
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit, maxLength: 300 }), fc.string({ unit: 'binary' })), (text) => {
        expect(formLayers(text, HAN).length).toBeLessThanOrEqual(6);
        readForm(text);
      }),
    );
    for (const text of ['(+)-d-'.repeat(1600), ' '.repeat(10_000), 'x -'.repeat(3_000) + 'd5']) {
      expect(formLayers(text, {}).length).toBeLessThanOrEqual(6);
    }
  });
});
