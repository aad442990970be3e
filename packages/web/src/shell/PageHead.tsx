import { useEffect, type ReactNode } from 'react';
import { useWords } from '../i18n/use-words.ts';

interface PageHeadProps {
  /** A question or a thing. */
  readonly title: string;
  /** One sentence of state. */
  readonly state?: ReactNode;
  readonly above?: ReactNode;
  readonly tools?: ReactNode;
  readonly children?: ReactNode;
}

/** Every page begins so, and the window is called as the page is. */
export function PageHead({ title, state, above, tools, children }: PageHeadProps) {
  const { t } = useWords();
  useEffect(() => {
    document.title = t('desk.documentTitle', { title });
  }, [t, title]);
  return (
    <div className="page-head">
      <div className="page-head-words">
        {above}
        <h1>{title}</h1>
        {state === undefined ? null : <p className="lead page-state">{state}</p>}
        {children}
      </div>
      {tools === undefined ? null : <div className="button-row page-tools">{tools}</div>}
    </div>
  );
}
