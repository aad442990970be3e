import { describe, expect, test } from 'vitest';
import { findDelimiter } from './delimiter.ts';

describe('the delimiter', () => {
  test.each([
    { text: 'a,b,c\n1,2,3\n', is: ',' },
    { text: 'a;b;c\n1,5;2,5;3,5\n2,0;1,1;7,7\n', is: ';' },
    { text: 'a\tb\n1,2-x\ty\n', is: '\t' },
    { text: 'a|b\n1|2\n', is: '|' },
    { text: '"a;b","c;d"\n"e;f","g;h"\n', is: ',' },
    { text: 'name,cas\n"1,2-dichloroethane",107-06-2\nacetone,67-64-1\n', is: ',' },
    { text: 'name,cas,note\nacetone,67-64-1\nbenzene,71-43-2,x,y\ntoluene,108-88-3,z\n', is: ',' },
    { text: 'Goods 1,67-64-1\nGoods 2,71-43-2\nGoods 3,108-88-3\n', is: ',' },
  ])('of $text', ({ text, is }) => {
    expect(findDelimiter(text, true, true)).toBe(is);
  });

  test.each([
    'acetone\nbenzene\n',
    'N,N-dimethylformamide\nN,N-dimethylaniline\nN,N-diethylamine\n',
    '1,2-dichloroethane\n1,4-dioxane\n2,4-dinitrophenol\nα,β-ionone\n',
    'name\nN,N-dimethylformamide\nacetone\n1,1,1-trichloroethane\n',
    'acetone\n1,2-dichloroethane\nbenzene\ntoluene\nxylene\n',
  ])('is none in a list of names: %j', (text) => {
    expect(findDelimiter(text, true, false)).toBeNull();
    expect(findDelimiter(text, true, true)).toBeNull();
  });
});
