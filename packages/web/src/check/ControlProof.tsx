import type { AppliedControl, Reason } from '@custody/core';
import type { ReactNode } from 'react';
import { CitationInFull } from '../design/CitationLink.tsx';
import { DayDoubt } from '../design/Confidence.tsx';
import { Day } from '../design/Day.tsx';
import { useEngine } from '../engine/use-engine.ts';
import { useWords } from '../i18n/use-words.ts';
import { basisWords, entryLanguage, entryWords, lastDayWords, sinceWords } from './control-words.ts';
import { Said } from './Said.tsx';
import { Structure } from './Structure.tsx';
import { ZoneLegend } from './ZoneLegend.tsx';

interface ControlProofProps {
  readonly control: AppliedControl & { readonly because?: Reason };
  /** SMILES of the parent and its name, for the drawing of a proof. */
  readonly goods: { readonly smiles: string | null; readonly name: string };
}

/** Everything that is known of one entry that applies, is announced or proposed, or is excluded. */
export function ControlProof({ control, goods }: ControlProofProps) {
  const words = useWords();
  const { t } = words;
  const facts = useEngine('facts', null);
  const rule = control.proof === null ? undefined : facts.data?.rules[control.proof.rule];
  return (
    <article className="control-proof">
      <h4 lang={entryLanguage(control)}>{entryWords(control)}</h4>
      {control.because === undefined ? null : (
        <p className="control-because">
          <Said of={control.because} />
        </p>
      )}
      {control.doubt === null ? null : (
        <p className="control-doubt">
          <strong>{t('proof.doubt')}: </strong>
          <Said of={control.doubt} />
        </p>
      )}
      <Facts control={control} />
      {rule === undefined || rule.words.length === 0 ? null : (
        <div className="law-words">
          <h5>{t('proof.words')}</h5>
          {rule.words.map((one) => (
            <blockquote key={one.lang + one.text} lang={one.lang}>
              {one.text}
            </blockquote>
          ))}
        </div>
      )}
      {control.proof === null || goods.smiles === null ? null : (
        <ProofDrawing control={control} goods={goods} />
      )}
      <h5>{t('proof.citation')}</h5>
      <CitationInFull citation={control.citation} />
    </article>
  );
}

function Facts({ control }: { readonly control: AppliedControl }) {
  const words = useWords();
  const { t, list, place, day } = words;
  const term = [
    sinceWords(control.startWindow, words),
    ...(control.effectiveTo === null ? [] : [lastDayWords(control.effectiveTo, words)]),
    t(`check.permanence.${control.permanence}`),
  ].join(t('desk.comma'));
  return (
    <dl className="facts">
      <Fact name={t('proof.instrument')}>
        <span lang="en">{control.instrumentTitle}</span>
        <span className="faint"> · {place(control.jurisdiction)}</span>
      </Fact>
      {control.nameInLaw === null ? null : (
        <Fact name={t('proof.nameInLaw')}>
          <span lang={/\p{Script=Han}/u.test(control.nameInLaw) ? 'zh-Hans' : 'en'}>{control.nameInLaw}</span>
        </Fact>
      )}
      <Fact name={t('proof.basis')}>{basisWords(control, words)}</Fact>
      <Fact name={t('proof.termName')}>
        {t('proof.term', { stage: t(`proof.stage.${control.stage}`), parts: term })}{' '}
        <DayDoubt sure={control.startWindow.verified} />
      </Fact>
      {control.startWindow.note === null ? null : (
        <Fact name={t('proof.startNote')}>
          <span lang="en">{control.startWindow.note}</span>
        </Fact>
      )}
      {control.publishedOn === null ? null : (
        <Fact name={t('proof.published')}>
          <Day of={control.publishedOn} />
        </Fact>
      )}
      <Fact name={t('proof.recorded')}>{day(control.recordedOn)}</Fact>
      {control.scopeWords === null ? null : (
        <Fact name={t('proof.scopeWords')}>
          <span lang="en">{control.scopeWords}</span>
        </Fact>
      )}
      {control.destinations.length === 0 ? null : (
        <Fact name={t('proof.destinations')}>{list(control.destinations)}</Fact>
      )}
      {control.activities.length === 0 ? null : (
        <Fact name={t('check.activity')}>
          {list(control.activities.map((activity) => t(`check.activities.${activity}`)))}
        </Fact>
      )}
      <English name={t('proof.requirements')} items={control.requirements} />
      <English name={t('proof.exemptions')} items={control.exemptions} />
      {control.thresholds.length === 0 ? null : (
        <Fact name={t('proof.thresholds')}>
          <ul>
            {control.thresholds.map((threshold) => (
              <li key={threshold.words}>
                <span lang="en">
                  {threshold.words}
                  {threshold.cite === null ? '' : ` (${threshold.cite})`}
                </span>
                {threshold.applies === undefined ? null : (
                  <span className="faint"> · {t(`proof.threshold.${threshold.applies}`)}</span>
                )}{' '}
                <DayDoubt sure={threshold.confidence === 'verified'} />
              </li>
            ))}
          </ul>
        </Fact>
      )}
      {control.codes.length === 0 ? null : (
        <Fact name={t('proof.codes')}>
          {control.codes.map((code) => (
            <span key={code.system + code.code} className="local-code">
              {code.system} <code>{code.code}</code>
            </span>
          ))}
        </Fact>
      )}
      <English name={t('proof.notes')} items={control.notes} />
    </dl>
  );
}

/** Sentences of the compiled law that are kept in English only. */
function English({ name, items }: { readonly name: string; readonly items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <Fact name={name}>
      <ul lang="en">
        {items.map((item) => (
          <li key={item}>{item}</li>
        ))}
      </ul>
    </Fact>
  );
}

export function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <div className="fact">
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function ProofDrawing({ control, goods }: ControlProofProps) {
  const { t } = useWords();
  const { proof } = control;
  if (proof === null || goods.smiles === null) return null;
  return (
    <figure className="proof-drawing">
      <figcaption>
        <h5>{t('proof.structure')}</h5>
      </figcaption>
      <Structure smiles={goods.smiles} name={goods.name} proof={proof} />
      <ul className="zone-legend">
        <li>
          <span className="zone-key zone-scaffold" aria-hidden="true" />
          <span>{t('proof.scaffold')}</span>
        </li>
        <ZoneLegend zones={proof.zones} />
      </ul>
    </figure>
  );
}
