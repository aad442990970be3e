import { Structure } from '../../check/Structure.tsx';
import { ZoneLegend } from '../../check/ZoneLegend.tsx';
import type { ClassExample, ClassView } from '../../engine/messages.ts';
import { useWords } from '../../i18n/use-words.ts';
import { Section } from './ClassPage.tsx';

/** Published structures that stand within and outside, drawn, with what the rule itself says of each. */
export function Examples({ view }: { readonly view: ClassView }) {
  const { t } = useWords();
  const { rule } = view.timeline;
  const decided = new Map(view.examples.map((example) => [`${example.expected} ${example.smiles}`, example]));
  return (
    <>
      {(['in', 'out'] as const).map((side) => {
        const examples = side === 'in' ? rule.examplesIn : rule.examplesOut;
        if (examples.length === 0) return null;
        return (
          <Section
            key={side}
            id={`examples-${side}`}
            title={t(side === 'in' ? 'views.classes.examplesIn' : 'views.classes.examplesOut')}
          >
            <ul className="examples">
              {examples.map(({ name, smiles }) => (
                <li key={smiles}>
                  <Example name={name} smiles={smiles} said={decided.get(`${side} ${smiles}`)} />
                </li>
              ))}
            </ul>
          </Section>
        );
      })}
    </>
  );
}

function Example({
  name,
  smiles,
  said,
}: {
  readonly name: string;
  readonly smiles: string;
  readonly said: ClassExample | undefined;
}) {
  const { t, language } = useWords();
  const wrong =
    said !== undefined && (said.expected === 'out' ? said.verdict === 'match' : said.verdict === 'no');
  return (
    <figure className="example-card">
      <Structure smiles={smiles} name={name} {...(said?.proof == null ? {} : { proof: said.proof })} />
      <figcaption>
        <strong lang="en">{name}</strong>
        {said === undefined ? null : (
          <span className={`example-says example-${said.verdict}`}>
            {t(`views.classes.exampleSays.${said.verdict}`)}
          </span>
        )}
        {said?.proof == null ? null : (
          <ul className="zone-legend">
            <ZoneLegend zones={said.proof.zones} />
          </ul>
        )}
        {(said?.doubts ?? []).map((doubt) => (
          <p key={doubt.code} className="class-doubt">
            {doubt.words[language]}
          </p>
        ))}
        {wrong ? <p className="class-doubt">{t('views.classes.exampleWrong')}</p> : null}
      </figcaption>
    </figure>
  );
}
