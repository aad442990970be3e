import { BASES, isDay, isJurisdiction, type Basis } from '@custody/core';
import { es } from './es-engine.ts';
import { esFiles } from './es-files.ts';
import { esProblems } from './es-problems.ts';
import { esRows } from './es-rows.ts';
import { formatDay } from './format-day.ts';
import { LANGUAGES, type Language } from './languages.ts';
import type { Words } from './use-words.ts';
import { zh } from './zh-engine.ts';
import { zhFiles } from './zh-files.ts';
import { zhProblems } from './zh-problems.ts';
import { zhRows } from './zh-rows.ts';

export type EngineData = Readonly<Record<string, string | number | boolean | null>>;

/** A sentence of the engine: its stable code, its figures, and the English it was made with. */
export interface EngineSentence {
  readonly code: string;
  readonly text: string;
  readonly data?: EngineData;
}

export interface Said {
  readonly text: string;
  /** What the text must be marked with: the language of the desk, or English where there is no translation yet. */
  readonly lang: string;
}

const SENTENCES: Readonly<Record<Language, Readonly<Record<string, string>>>> = {
  en: {},
  zh: { ...zhFiles, ...zhRows, ...zhProblems, ...zh },
  es: { ...esFiles, ...esRows, ...esProblems, ...es },
};

/**
 * What the engine says, in the language of the desk. English is the engine's own; the others are made from code and
 * figures, or stand in the law beside the English (`text.zh`). A sentence without a translation, or whose figures are
 * not all there, stays English and is marked so.
 */
export function say(sentence: EngineSentence, words: Words): Said {
  const english = { text: withLongDays(sentence.text), lang: 'en' };
  if (words.language === 'en') return english;
  const templates = SENTENCES[words.language];
  const data = sentence.data ?? {};
  const told = data[`text.${words.language}`];
  if (typeof told === 'string') return { text: told, lang: LANGUAGES[words.language].tag };
  const template = keysOf(sentence.code, data)
    .map((key) => templates[key])
    .find((one) => one !== undefined);
  if (template === undefined) return english;
  const text = fill(template, data, words);
  return text === null ? english : { text, lang: LANGUAGES[words.language].tag };
}

/** Entries are said by how they stand to the day, coverage by its state; everything else by its code. */
function keysOf(code: string, data: EngineData): readonly string[] {
  const { standing, state, earliest, latest } = data;
  if (code === 'control' && typeof standing === 'string') {
    const exact = latest !== null && earliest === latest ? [`control.${standing}.exact`] : [];
    return [...exact, `control.${standing}`];
  }
  return code.startsWith('coverage-') && typeof state === 'string' ? [`coverage.${state}`] : [code];
}

/** The engine writes days as data has them; a sentence has them as a reader of English does. */
export function withLongDays(text: string): string {
  return text.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, (found) =>
    isDay(found) ? formatDay(found, 'en') : found,
  );
}

/** The template with its figures in it, optional parts without figures left out; null where another figure is missing. */
function fill(template: string, data: EngineData, words: Words): string | null {
  const kept = template.replaceAll(/\[\[(.*?)\]\]/g, (_, part: string) => filled(part, data, words) ?? '');
  return filled(kept, data, words);
}

function filled(template: string, data: EngineData, words: Words): string | null {
  let missing = 0;
  const text = template.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = data[`${name}.${words.language}`] ?? data[name];
    if (value === undefined || value === null || value === '') {
      missing += 1;
      return '';
    }
    return figure(name, String(value), words);
  });
  return missing === 0 ? text : null;
}

const PLACES = new Set(['jurisdiction', 'to', 'from', 'destinations']);

function figure(name: string, value: string, { day, place, list, t }: Words): string {
  if (isDay(value)) return day(value);
  if (PLACES.has(name)) {
    return list(value.split(/,\s*/).map((code) => (isJurisdiction(code) ? place(code) : code)));
  }
  if (name === 'asked' || name === 'notAsked') {
    return list(value.split(/[,\s]+/).map((basis) => (isBasis(basis) ? t(`check.basis.${basis}`) : basis)));
  }
  if (name === 'status' && value in STATUSES) return t(`status.${value as keyof typeof STATUSES}`);
  if (name === 'kind' && value in KINDS) return t(`law.kind.${value as keyof typeof KINDS}`);
  return value;
}

const STATUSES = { controlled: 1, review: 1, 'not-controlled': 1, unknown: 1, outside: 1 } as const;
function isBasis(text: string): text is Basis {
  return (BASES as readonly string[]).includes(text);
}

const KINDS = { precursor: 1, drug: 1, equipment: 1 } as const;
