import { day as dayOf } from '@custody/core';
import { Link } from '@tanstack/react-router';
import { useWords } from '../i18n/use-words.ts';
import { GlobalField } from '../shell/GlobalField.tsx';
import { PageHead } from '../shell/PageHead.tsx';
import { useAsOf } from '../shell/use-as-of.ts';
import { StrangeDay } from '../shell/AsOfNotices.tsx';

/** One of each kind of question that the field takes. */
const EXAMPLES = [
  { q: '4-AP', on: dayOf('2022-09-01'), what: 'name' },
  { q: '1609-66-1', on: dayOf('2024-09-01'), what: 'number' },
  { q: 'CCC(=O)Cl', on: undefined, what: 'structure' },
] as const;

/** What this page is for, and the first step. */
export function QuietPage() {
  const { t, day } = useWords();
  const { on, strange } = useAsOf();
  if (strange !== null) return <StrangeDay text={strange} />;
  return (
    <div className="quiet">
      <PageHead title={t('check.title')} state={t('check.purpose')} />
      <GlobalField large />
      <section className="examples" aria-labelledby="examples">
        <h2 id="examples" className="label">
          {t('field.examples')}
        </h2>
        <ul>
          {EXAMPLES.map((example) => (
            <li key={example.q}>
              <Link
                to="/check"
                search={(address) => ({ ...address, q: example.q, on: example.on ?? on })}
                className="example"
              >
                <span className="example-text">{example.q}</span>
                <span className="example-what">
                  {example.on === undefined
                    ? t(`check.example.${example.what}`)
                    : t('check.exampleOn', {
                        what: t(`check.example.${example.what}`),
                        day: day(example.on),
                      })}
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
