import type { Words } from '../i18n/use-words.ts';
import { familyWord } from '../check/control-words.ts';

/** The name of goods in the language of the desk where there is one, in English otherwise. */
export function nameOf(
  { name, names }: { readonly name: string; readonly names: Readonly<Record<string, string>> },
  { language }: Pick<Words, 'language'>,
): string {
  return names[language] ?? name;
}

/** True where a text typed into a filter is part of a name in any language. */
export function isNamed(
  {
    name,
    names,
    goods,
  }: { readonly name: string; readonly names: Readonly<Record<string, string>>; readonly goods: string },
  sought: string,
): boolean {
  const text = sought.trim().toLowerCase();
  return (
    text === '' || [goods, name, ...Object.values(names)].some((one) => one.toLowerCase().includes(text))
  );
}

const GROUPED = ['fentanyl', 'nitazene'] as const;

/** The family of goods in words; families that only sort the data are shown as they stand there. */
export function familyWords(family: string | null, { t }: Pick<Words, 't'>): string {
  if (family === null) return '';
  const grouped = GROUPED.find((one) => one === family);
  return grouped === undefined ? familyWord(family, t) : t(`views.group.${grouped}`);
}
