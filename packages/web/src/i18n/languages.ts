/** The languages of the desk. `tag` is what the document and its texts are marked with. */
export const LANGUAGES = {
  en: { name: 'English', tag: 'en', locale: 'en-GB' },
  zh: { name: '中文', tag: 'zh-Hans', locale: 'zh-CN' },
  es: { name: 'Español', tag: 'es', locale: 'es-ES' },
} as const;

export type Language = keyof typeof LANGUAGES;

export const LANGUAGE_CODES = Object.keys(LANGUAGES) as readonly Language[];

export function isLanguage(text: unknown): text is Language {
  return typeof text === 'string' && text in LANGUAGES;
}

const REMEMBERED = 'custody.language';

/** The language of the address, else the one chosen last time, else the browser's, else English. */
export function languageFor(wanted: string | undefined): Language {
  if (isLanguage(wanted)) return wanted;
  const remembered = recall();
  if (remembered !== null) return remembered;
  for (const tag of navigator.languages) {
    const code = tag.slice(0, 2).toLowerCase();
    if (isLanguage(code)) return code;
  }
  return 'en';
}

export function remember(language: Language): void {
  try {
    localStorage.setItem(REMEMBERED, language);
  } catch {
    // Storage may be forbidden; the choice then lasts as long as the address.
  }
}

function recall(): Language | null {
  try {
    const found = localStorage.getItem(REMEMBERED);
    return isLanguage(found) ? found : null;
  } catch {
    return null;
  }
}
