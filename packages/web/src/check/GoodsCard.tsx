import type { AnsweredGoods, GoodsAnswer } from '@custody/core';
import type { ReactNode } from 'react';
import { CopyButton } from '../design/CopyButton.tsx';
import { useWords, type Words } from '../i18n/use-words.ts';
import { Structure } from './Structure.tsx';
import './goods-card.css';

/** What the goods are: drawing, codes to copy, names. */
export function GoodsCard({ goods }: { readonly goods: AnsweredGoods }) {
  const words = useWords();
  const { t } = words;
  return (
    <section className="goods" aria-labelledby="goods">
      <h2 id="goods" className="unseen">
        {t('check.codes')}
      </h2>
      {goods.smiles === null ? (
        goods.kind === 'chemical' ? (
          <p className="structure-none goods-drawing">{t('check.noStructure')}</p>
        ) : null
      ) : (
        <div className="goods-drawing">
          <Structure smiles={goods.smiles} name={nameIn(goods, words)} />
        </div>
      )}
      <Codes goods={goods} />
      <Names goods={goods} />
    </section>
  );
}

function Codes({ goods }: { readonly goods: AnsweredGoods }) {
  const { t, language } = useWords();
  const { codes } = goods;
  const decimals = new Intl.NumberFormat(language, { maximumFractionDigits: 2, minimumFractionDigits: 2 });
  return (
    <dl className="codes">
      <Code
        name={t('check.goodsCode')}
        values={codes.goods === null ? [] : [codes.goods]}
        notes={codes.goods === null ? [] : [t('check.goodsCodeMeans')]}
        none
      />
      <Code name="CAS" values={codes.cas} none={goods.kind === 'chemical'} />
      {isNamed(goods) || goods.smiles === null ? null : <Code name="SMILES" values={[goods.smiles]} />}
      <Code name="InChIKey" values={codes.inchikey === null ? [] : [codes.inchikey]} />
      {codes.hs.map((hs) => (
        <Code
          key={`${String(hs.edition)} ${hs.code}`}
          name={t('check.hs', { edition: hs.edition })}
          values={[hs.code]}
          notes={[
            ...(hs.basket ? [t('check.hsBasket')] : []),
            ...(hs.confidence === 'unverified' ? [t('check.unverified')] : []),
          ]}
        />
      ))}
      <Code name="UN" values={codes.un} />
      {codes.national.length === 0 ? null : (
        <div className="code">
          <dt>{t('check.national')}</dt>
          <dd>
            {codes.national.map(({ country, code }) => (
              <span key={country + code} className="code-value">
                <span>
                  <abbr title={placeName(country, language)}>{country}</abbr> <code>{code}</code>
                </span>
                <CopyButton text={code} what={`${country} ${code}`} />
              </span>
            ))}
          </dd>
        </div>
      )}
      {codes.registry.map((code) => (
        <Code key={code.registry + code.code} name={registryName(code.registry, t)} values={[code.code]} />
      ))}
      {goods.formula === null ? null : (
        <div className="code">
          <dt>{t('check.formula')}</dt>
          <dd className="code-plain">
            <span>
              <Formula text={goods.formula} />
            </span>
          </dd>
        </div>
      )}
      {goods.mass === null ? null : (
        <div className="code">
          <dt>{t('check.mass')}</dt>
          <dd className="code-plain">
            {decimals.format(goods.mass)}
            {'\u2009'}g/mol
          </dd>
        </div>
      )}
    </dl>
  );
}

function Code({
  name,
  values,
  notes = [],
  none = false,
}: {
  readonly name: string;
  readonly values: readonly string[];
  readonly notes?: readonly string[];
  /** Say so where there is none, instead of leaving the line out. */
  readonly none?: boolean;
}) {
  const { t } = useWords();
  if (values.length === 0 && !none) return null;
  return (
    <div className="code">
      <dt>{name}</dt>
      <dd>
        {values.length === 0 ? <span className="faint">{t('check.noCode')}</span> : null}
        {values.map((value) => (
          <span key={value} className="code-value">
            <code>{value}</code>
            <CopyButton text={value} what={`${name} ${value}`} />
          </span>
        ))}
        {notes.map((note) => (
          <span key={note} className="code-note">
            {note}
          </span>
        ))}
      </dd>
    </div>
  );
}

const NAME_LANGUAGES: Readonly<Record<string, { readonly tag: string; readonly word: string }>> = {
  en: { tag: 'en', word: 'English' },
  zh: { tag: 'zh-Hans', word: '简体中文' },
  'zh-Hant': { tag: 'zh-Hant', word: '繁體中文' },
  es: { tag: 'es', word: 'Español' },
  pt: { tag: 'pt', word: 'Português' },
  fr: { tag: 'fr', word: 'Français' },
  de: { tag: 'de', word: 'Deutsch' },
  ru: { tag: 'ru', word: 'Русский' },
  ja: { tag: 'ja', word: '日本語' },
  la: { tag: 'la', word: 'INN' },
};

function Names({ goods }: { readonly goods: AnsweredGoods }) {
  const { t } = useWords();
  const names = Object.entries(goods.names);
  if (names.length < 2) return null;
  return (
    <dl className="codes codes-names" aria-label={t('check.names')}>
      {names.map(([key, name]) => {
        const language = NAME_LANGUAGES[key] ?? { tag: key, word: key };
        return (
          <div className="code" key={key}>
            <dt lang={language.tag}>{language.word}</dt>
            <dd lang={language.tag}>{name}</dd>
          </div>
        );
      })}
    </dl>
  );
}

/** The country of a national line, in the language of the desk; the code itself for bodies that are no country. */
function placeName(country: string, language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'region' }).of(country) ?? country;
  } catch {
    return country;
  }
}

/** `C11H16N2` with its figures set low. */
function Formula({ text }: { readonly text: string }): ReactNode {
  return text
    .split(/(\d+)/)
    .map((part, index) => (/^\d+$/.test(part) ? <sub key={index}>{part}</sub> : part));
}

const REGISTRIES = ['dea', 'ec', 'unii', 'pubchem', 'drugbank', 'cn-catalogue'] as const;

function registryName(registry: string, t: Words['t']): string {
  const known = REGISTRIES.find((one) => one === registry);
  return known === undefined ? registry : t(`check.registry.${known}`);
}

/** The name of the goods in the language of the desk where there is one, in English otherwise. */
export function nameIn(goods: AnsweredGoods, { language, t }: Pick<Words, 'language' | 't'>): string {
  return isNamed(goods) ? (goods.names[language] ?? goods.name) : t('check.unnamed');
}

/** False for a bare structure that no list names: its SMILES is no name to put into a title. */
export function isNamed(goods: AnsweredGoods): boolean {
  return Object.keys(goods.names).length > 0;
}

/** The question a page answers. */
export function questionAbout(goods: AnsweredGoods, words: Pick<Words, 'language' | 't'>): string {
  return isNamed(goods)
    ? words.t('check.question', { name: nameIn(goods, words) })
    : words.t('check.questionStructure');
}

/** How the goods asked about differ from the parent that the law names, in words; none for the parent itself. */
export function formWords(goods: NonNullable<GoodsAnswer['goods']>, { t, list }: Words): readonly string[] {
  const { form } = goods;
  if (form === null) return [];
  return [
    ...(form.salt === null ? [] : [t('check.formSalt', { what: form.salt })]),
    ...(form.removed.length === 0 ? [] : [t('check.formRemoved', { what: list(form.removed) })]),
    ...(form.stereo === 'open' ? [t('check.formStereoOpen')] : []),
    ...(form.stereo === 'other' ? [t('check.formStereoOther')] : []),
    ...(form.isotopes ? [t('check.formIsotopes')] : []),
  ];
}
