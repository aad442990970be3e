import { roomOf } from '../house-plan.ts';
import { importsOf, isCode, isTest, lineAt, type Rule } from '../source-tree.ts';

const FORBIDDEN: readonly (readonly [RegExp, string])[] = [
  [/\bDate\.now\s*\(|\bnew Date\s*\(\s*\)/g, 'reads a clock: take the day or instant as an argument'],
  [/\bperformance\.now\s*\(/g, 'reads a clock: take the instant as an argument'],
  [
    /\bMath\.random\s*\(|\bcrypto\.(getRandomValues|randomUUID)\b/g,
    'draws randomness: take the value as an argument',
  ],
  [/\bfetch\s*\(|\bXMLHttpRequest\b|\bWebSocket\b/g, 'reaches the network'],
  [/\bprocess\.|\bglobalThis\.process\b/g, 'reads the process'],
  [/\bdocument\.|\bwindow\.|\blocalStorage\b/g, 'reads the browser'],
  [/\bconsole\./g, 'prints: return what there is to say'],
];

/** Packages a pure part may import: exact decimals, and nothing that knows files, networks or chemistry. */
const ALLOWED_PACKAGES = new Set(['big.js']);

/** The parts of core have no clock, randomness, files, network, database or chemistry toolkit. */
export const purity: Rule = {
  name: 'purity',
  why: "the same input gives the same answer in a browser, on a server and in a firm's own system",
  check: (tree) => {
    const pure = (path: string): boolean => {
      const room = roomOf(path);
      return room?.pkg === 'core' && (room.kind === 'part' || room.kind === 'door') && !isTest(path);
    };
    const words = tree
      .filter((file) => isCode(file.path) && pure(file.path))
      .flatMap((file) => {
        const code = withoutComments(file.text);
        return FORBIDDEN.flatMap(([pattern, message]) =>
          [...code.matchAll(pattern)].map((match) => ({
            path: file.path,
            line: lineAt(code, match.index),
            message: `core ${message}`,
          })),
        );
      });
    const imports = importsOf(tree)
      .filter(
        ({ from, specifier }) => pure(from) && !specifier.startsWith('.') && !ALLOWED_PACKAGES.has(specifier),
      )
      .map(({ from, specifier, line }) => ({ path: from, line, message: `core imports "${specifier}"` }));
    return [...words, ...imports];
  },
};

/** Comments blanked out, line breaks kept, so that words in prose are not taken for code. */
function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\/|(?<![:'"`\\])\/\/[^\n]*/g, (found) => found.replace(/[^\n]/g, ' '));
}
