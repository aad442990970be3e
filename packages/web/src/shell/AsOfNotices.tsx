import { Failing } from '../design/Failing.tsx';
import { Notice } from '../design/Notice.tsx';
import { useEngine } from '../engine/use-engine.ts';
import { useWords } from '../i18n/use-words.ts';
import { today } from './today.ts';
import type { AsOf } from './use-as-of.ts';

/** A day that does not exist gets no answer, least of all that of another day. */
export function StrangeDay({ text }: { readonly text: string }) {
  const { t } = useWords();
  return (
    <Failing
      title={t('day.invalidTitle')}
      text={t('day.invalidText', { text })}
      step={t('day.invalid', { text })}
    />
  );
}

/** What the reader must know of the day before trusting the page: it lies after the last reading of the law. */
export function AsOfNotices({ asOf }: { readonly asOf: AsOf }) {
  const { t, day } = useWords();
  const facts = useEngine('facts', null);
  if (facts.data === undefined || asOf.on <= facts.data.readOn) return null;
  return (
    <div className="page-notices">
      <Notice>
        {asOf.on > today() ? <p>{t('day.future')}</p> : null}
        <p>{t('day.afterRead', { read: day(facts.data.readOn), on: day(asOf.on) })}</p>
      </Notice>
    </div>
  );
}
