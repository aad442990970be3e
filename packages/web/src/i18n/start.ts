import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.ts';
import { es } from './es.ts';
import { languageFor } from './languages.ts';
import { zh } from './zh.ts';

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'desk';
    resources: { desk: typeof en };
    returnNull: false;
  }
}

/** All three languages travel with the page: changing one asks nobody for anything. */
export function startLanguages(wanted: string | undefined): void {
  void i18next.use(initReactI18next).init({
    lng: languageFor(wanted),
    fallbackLng: 'en',
    defaultNS: 'desk',
    ns: ['desk'],
    resources: { en: { desk: en }, zh: { desk: zh }, es: { desk: es } },
    interpolation: { escapeValue: false },
    returnNull: false,
    initAsync: false,
  });
}
