import type { Proof } from '@custody/core';
import { LANGUAGES } from '../i18n/languages.ts';
import { useWords } from '../i18n/use-words.ts';
import { zoneTint } from './Structure.tsx';

/** What was found at each numbered place of a drawing: the clause, the zone and what stands there. */
export function ZoneLegend({ zones }: { readonly zones: Proof['zones'] }) {
  const { t, language } = useWords();
  const { tag } = LANGUAGES[language];
  return (
    <>
      {zones.map((zone, index) => (
        <li key={[zone.zone, zone.clause, ...zone.atoms].join()}>
          <span className={`zone-key ${zoneTint(index)}`}>{index + 1}</span>
          <span>
            {zone.outcome === 'doubt' ? (
              <span className="zone-clause">{t('proof.zoneDoubt')}</span>
            ) : zone.clause === '' ? null : (
              <span
                className="zone-clause"
                lang={/\p{Script=Han}/u.test(zone.clause) ? 'zh-Hans' : undefined}
              >
                {zone.clause}
              </span>
            )}{' '}
            {zone.title === undefined ? null : (
              <span lang={tag}>
                {zone.title[language]}
                {t('desk.colon')}
              </span>
            )}
            {zone.words === undefined ? (
              <span lang="en">{zone.what}</span>
            ) : (
              <span lang={tag}>{zone.words[language]}</span>
            )}
          </span>
        </li>
      ))}
    </>
  );
}
