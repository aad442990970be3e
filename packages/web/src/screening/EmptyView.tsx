import { useWords } from '../i18n/use-words.ts';
import { PageHead } from '../shell/PageHead.tsx';
import { DropZone } from './DropZone.tsx';

/** What the page is for, and the first step. */
export function EmptyView({ onText }: { readonly onText: (text: string) => void }) {
  const { t } = useWords();
  return (
    <>
      <PageHead title={t('screen.title')} state={t('screen.purpose')} />
      <DropZone onText={onText} />
      <section className="how" aria-labelledby="how">
        <h2 id="how" className="label">
          {t('screen.howTitle')}
        </h2>
        <ol>
          {(['columns', 'lines', 'proof'] as const).map((step) => (
            <li key={step}>
              <p className="how-what">{t(`screen.how.${step}`)}</p>
              <p className="soft">{t(`screen.how.${step}Text`)}</p>
            </li>
          ))}
        </ol>
      </section>
    </>
  );
}
