import { useEffect, useRef, type ReactNode } from 'react';
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

/** The page that a person opens first leaves the focus where the browser put it. */
let isFirst = true;

/** Every page begins so, and the window is called as the page is. */
export function PageHead({ title, state, above, tools, children }: PageHeadProps) {
  const { t } = useWords();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = t('desk.documentTitle', { title });
    // Whoever asked from the field, or followed a link, is now nowhere: the reader goes on at the new title.
    if (!isFirst && document.activeElement === document.body) heading.current?.focus({ preventScroll: true });
    isFirst = false;
  }, [t, title]);
  return (
    <div className="page-head">
      <div className="page-head-words">
        {above}
        <h1 ref={heading} tabIndex={-1}>
          {title}
        </h1>
        {state === undefined ? null : (
          <p className="lead page-state" aria-live="polite">
            {state}
          </p>
        )}
        {children}
      </div>
      {tools === undefined ? null : <div className="button-row page-tools">{tools}</div>}
    </div>
  );
}
