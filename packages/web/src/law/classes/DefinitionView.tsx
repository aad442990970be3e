import type { ClassDefinition, ClassZone } from '@custody/core';
import { Structure } from '../../check/Structure.tsx';
import { useWords } from '../../i18n/use-words.ts';
import { shapesWords } from './shape-words.ts';

/** A definition as a person reads it: the frame drawn with its positions, and each zone with what the law allows. */
export function DefinitionView({ definition }: { readonly definition: ClassDefinition }) {
  const { t, language } = useWords();
  const { reference, scaffolds, zones, massMax, doubts, changesMin } = definition;
  return (
    <>
      <p className="soft class-means">{t('views.classes.definitionMeans')}</p>
      <div className="frames">
        {reference === null ? null : (
          <figure>
            <Structure smiles={reference.smiles} name={reference.name} />
            <figcaption>{t('views.classes.reference', { name: reference.name })}</figcaption>
          </figure>
        )}
        {scaffolds.map(({ smiles, clause, what, doubt }) => (
          <figure key={smiles}>
            <Structure smiles={smiles} name={t('views.classes.frame')} />
            <figcaption>
              {clause === null ? t('views.classes.frame') : t('views.classes.frameOther', { clause })}
              {what === null ? null : `: ${what[language]}`}
              {doubt === null ? null : <span className="class-doubt">{doubt.words[language]}</span>}
            </figcaption>
          </figure>
        ))}
      </div>
      <ul className="class-list">
        {changesMin === 1 ? <li>{t('views.classes.changes')}</li> : null}
        {massMax === null ? null : (
          <li>{t('views.classes.massMax', { mass: massMax.dalton, clause: massMax.clause })}</li>
        )}
        {doubts.map((doubt) => (
          <li key={doubt.code} className="class-doubt">
            {doubt.words[language]}
          </li>
        ))}
      </ul>
      <div className="zones-place" tabIndex={0} role="region" aria-label={t('views.classes.zones')}>
        <table className="zones">
          <thead>
            <tr>
              <th scope="col">{t('views.classes.zone')}</th>
              <th scope="col">{t('views.classes.allowed')}</th>
              <th scope="col">{t('views.classes.doubtful')}</th>
            </tr>
          </thead>
          <tbody>
            {zones.map((zone) => (
              <Zone key={zone.zone} zone={zone} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function Zone({ zone }: { readonly zone: ClassZone }) {
  const words = useWords();
  const { t, language, list, day } = words;
  return (
    <tr>
      <th scope="row">
        {zone.title[language]}
        <span className="label">{t('views.classes.positions', { at: list(zone.at.map(String)) })}</span>
        {zone.countMax === null ? null : (
          <span className="label">{t('views.classes.countMax', { count: zone.countMax })}</span>
        )}
      </th>
      <td>
        <dl>
          <div>
            <dt>{t('views.classes.unchanged')}</dt>
            <dd>
              {zone.unchanged.length === 0
                ? t('views.classes.unchangedMeans')
                : shapesWords(zone.unchanged, words)}
            </dd>
          </div>
          {zone.allow.map(({ clause, shapes, from }, index) => (
            <div key={`${clause} ${String(index)}`}>
              <dt>
                {clause}
                {from === null ? null : (
                  <span className="label"> {t('views.classes.from', { day: day(from) })}</span>
                )}
              </dt>
              <dd>{shapesWords(shapes, words)}</dd>
            </div>
          ))}
        </dl>
      </td>
      <td>
        {zone.doubts.map((doubt) => (
          <p key={doubt.code} className="class-doubt">
            {doubt.words[language]} <span className="label">({shapesWords(doubt.shapes, words)})</span>
          </p>
        ))}
      </td>
    </tr>
  );
}
