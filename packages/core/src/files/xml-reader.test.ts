import fc from 'fast-check';
import sax from 'sax';
import { describe, expect, test } from 'vitest';
import { XmlReader } from './xml-reader.ts';

type Told = readonly [string, string, Record<string, string>?];

/** What is told, with pieces of text that follow one another joined. */
function told(text: string, cuts: readonly number[] = []): { events: readonly Told[]; error: string | null } {
  const events: [string, string, Record<string, string>?][] = [];
  const reader = new XmlReader({
    open: (name, attributes) => events.push(['open', name, { ...attributes }]),
    text: (each) => {
      const last = events.at(-1);
      if (last?.[0] === 'text') last[1] += each;
      else if (each !== '') events.push(['text', each]);
    },
    close: (name) => events.push(['close', name]),
  });
  let start = 0;
  for (const cut of [...cuts].sort((a, b) => a - b)) {
    reader.push(text.slice(start, cut));
    start = cut;
  }
  reader.push(text.slice(start));
  reader.end();
  return { events, error: reader.error };
}

/** The same by `sax`, the oracle. */
function saxTold(text: string): { events: readonly Told[]; error: boolean } {
  const events: [string, string, Record<string, string>?][] = [];
  const parser = sax.parser(true, {});
  let error = false;
  const add = (each: string): void => {
    const last = events.at(-1);
    if (last?.[0] === 'text') last[1] += each;
    else if (each !== '') events.push(['text', each]);
  };
  parser.onerror = () => {
    error = true;
    parser.resume();
  };
  parser.onopentag = (tag) =>
    events.push(['open', tag.name, { ...(tag.attributes as Record<string, string>) }]);
  parser.onclosetag = (name) => events.push(['close', name]);
  parser.ontext = add;
  parser.oncdata = add;
  parser.write(text).close();
  return { events, error };
}

const name = fc.constantFrom('c', 'row', 'v', 'is', 't', 'sheetData');
const word = fc.string({
  unit: fc.constantFrom(
    'a',
    '1',
    ' ',
    '\n',
    '&amp;',
    '&lt;',
    '&#65;',
    '&#x4E2D;',
    '&quot;',
    'é',
    '中',
    '>',
    "'",
  ),
});
const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
  element: fc
    .tuple(
      name,
      fc.dictionary(
        fc.constantFrom('r', 's', 'ref'),
        word.map((each) => each.replaceAll('"', '')),
        { maxKeys: 3 },
      ),
      fc.array(tie('content'), { maxLength: 4 }),
      fc.boolean(),
    )
    .map(([tag, attributes, content, space]) => {
      const written = Object.entries(attributes)
        .map(([key, value]) => ` ${key}="${value}"`)
        .join('');
      const blank = space ? ' ' : '';
      return content.length === 0 && space
        ? `<${tag}${written} />`
        : `<${tag}${written}${blank}>${content.join('')}</${tag}${blank}>`;
    }),
  content: fc.oneof(
    { depthSize: 'small' },
    word,
    fc.constantFrom('<!-- <c> -->', '<![CDATA[<v>&amp;]]>', '<?x y?>'),
    tie('element'),
  ),
}));

describe('XML', () => {
  test('is told as sax tells it', () => {
    fc.assert(
      fc.property(element, (text) => {
        const theirs = saxTold(text);
        fc.pre(!theirs.error);
        expect(told(text)).toEqual({ events: theirs.events, error: null });
      }),
      { numRuns: 2_000 },
    );
  });

  test('is told the same wherever it is cut', () => {
    fc.assert(
      fc.property(element, fc.array(fc.nat(300), { maxLength: 8 }), (text, cuts) => {
        expect(
          told(
            text,
            cuts.map((cut) => Math.min(cut, text.length)),
          ),
        ).toEqual(told(text));
      }),
      { numRuns: 2_000 },
    );
  });

  test('of any kind ends, cut or whole, with the same words', () => {
    const wild = fc.string({
      unit: fc.constantFrom(
        '<',
        '>',
        '/',
        '"',
        '=',
        'a',
        ' ',
        '!',
        '-',
        '[CDATA[',
        ']]>',
        '?',
        '&',
        ';',
        '<a>',
        '</a>',
      ),
    });
    fc.assert(
      fc.property(wild, fc.array(fc.nat(60), { maxLength: 4 }), (text, cuts) => {
        const whole = told(text);
        const pieces = told(
          text,
          cuts.map((cut) => Math.min(cut, text.length)),
        );
        expect(pieces.error === null).toBe(whole.error === null);
        expect(pieces.events).toEqual(whole.events);
      }),
      { numRuns: 3_000 },
    );
  });

  test.each([
    '<a><b></a>',
    '<a>',
    '<a',
    '',
    'x',
    '<a/><b/>',
    '</a>',
    '<a b/>',
    '<a b=c/>',
    '<a <b/>>',
    '<!DOCTYPE a><a/>',
    '<a></a>x',
  ])('%s is not well-formed', (text) => {
    expect(told(text).error).not.toBeNull();
  });

  test('a reference to nothing stays as it stands', () => {
    expect(told('<a>&nope; &#xFFFFFF; &</a>').events[1]).toEqual(['text', '&nope; &#xFFFFFF; &']);
  });
});
