import { useWords } from '../i18n/use-words.ts';
import './states.css';

/** The shape of what comes, while it comes: `lines` bars where text will stand. */
export function Waiting({ lines = 6 }: { readonly lines?: number }) {
  const { t } = useWords();
  return (
    <div className="waiting" role="status">
      <span className="unseen">{t('desk.loading')}</span>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className="waiting-line" aria-hidden="true" />
      ))}
    </div>
  );
}
