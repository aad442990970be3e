import ts from 'typescript';
import type { Rule, SourceFile } from '../source-tree.ts';

const CATALOGUE = /^packages\/web\/src\/i18n\/(en|zh|es)\.ts$/;

/** Every sentence of the desk stands in English, Chinese and Spanish, with the same blanks to fill. */
export const languages: Rule = {
  name: 'languages',
  why: 'an answer half in another language is no answer to the officer who must sign it',
  check: (tree) => {
    const catalogues = tree.filter((file) => CATALOGUE.test(file.path));
    const english = catalogues.find((file) => file.path.endsWith('/en.ts'));
    if (english === undefined) return [];
    const wanted = messagesOf(english);
    return catalogues
      .filter((file) => file !== english)
      .flatMap((file) => {
        const found = messagesOf(file);
        const missing = [...wanted].flatMap(([key, text]) => {
          const translated = found.get(key);
          if (translated === undefined) return [`lacks "${key}"`];
          if (translated.trim() === '') return [`has nothing at "${key}"`];
          return blanks(text) === blanks(translated) ? [] : [`fills other blanks at "${key}"`];
        });
        const extra = [...found.keys()]
          .filter((key) => !wanted.has(key))
          .map((key) => `has "${key}", English has not`);
        return [...missing, ...extra].map((message) => ({ path: file.path, line: 1, message }));
      });
  },
};

/** Dotted key -> text of every string in the object literals of a catalogue; plural suffixes are folded away. */
function messagesOf(file: SourceFile): ReadonlyMap<string, string> {
  const source = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.Latest);
  const out = new Map<string, string>();
  const visit = (node: ts.Node, path: string): void => {
    if (ts.isPropertyAssignment(node)) {
      const name = ts.isStringLiteral(node.name) || ts.isIdentifier(node.name) ? node.name.text : '?';
      const key = path === '' ? name : `${path}.${name}`;
      if (ts.isStringLiteralLike(node.initializer))
        out.set(key.replace(/_(zero|one|two|few|many|other)$/, ''), node.initializer.text);
      else
        ts.forEachChild(node.initializer, (child) => {
          visit(child, key);
        });
      return;
    }
    ts.forEachChild(node, (child) => {
      visit(child, path);
    });
  };
  visit(source, '');
  return out;
}

/** The blanks of a sentence, order set aside: languages order words differently. `count` may be spelt out. */
function blanks(text: string): string {
  const found = [...text.matchAll(/\{\{\s*([\w.]+)[^}]*\}\}/g)].map((match) => match[1]);
  return [...new Set(found)]
    .filter((name) => name !== 'count')
    .sort()
    .join(',');
}
