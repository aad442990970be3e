import { say, type EngineSentence } from '../i18n/say.ts';
import { useWords } from '../i18n/use-words.ts';

/** A sentence of the engine, marked with the language it is in. */
export function Said({ of }: { readonly of: EngineSentence }) {
  const words = useWords();
  const { text, lang } = say(of, words);
  return <span lang={lang}>{text}</span>;
}
