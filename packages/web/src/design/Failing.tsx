import type { Problem } from '@custody/core';
import type { ReactNode } from 'react';
import { say } from '../i18n/say.ts';
import { useWords } from '../i18n/use-words.ts';
import { Icon } from './Icon.tsx';
import './button.css';
import './states.css';

interface FailingProps {
  readonly title: string;
  readonly text: string;
  readonly step?: string;
  readonly problem?: Problem;
  readonly again?: () => void;
  readonly children?: ReactNode;
}

/** In place of a page: what failed, why, what to do, and the code to report. Never looks like an answer. */
export function Failing({ title, text, step, problem, again, children }: FailingProps) {
  const words = useWords();
  const { t } = words;
  const why = say({ ...problem, code: problem?.code ?? '', text: problem?.message ?? '' }, words);
  return (
    <section className="failing" role="alert">
      <Icon name="warning" size={20} />
      <div className="prose">
        <h1>{title}</h1>
        <p>{text}</p>
        {problem === undefined ? null : (
          <p className="soft">
            {t('failing.why')}: <span lang={why.lang}>{why.text}</span>
          </p>
        )}
        {step === undefined ? null : <p>{step}</p>}
        {children}
        {again === undefined ? null : (
          <p>
            <button type="button" className="button-quiet" onClick={again}>
              {t('failing.again')}
            </button>
          </p>
        )}
        {problem === undefined ? null : (
          <p className="label">
            {t('failing.code')}: <code>{problem.code}</code>
          </p>
        )}
      </div>
    </section>
  );
}
