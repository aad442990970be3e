import type { Problem } from '@custody/core';
import { Notice } from '../design/Notice.tsx';
import { useWords } from '../i18n/use-words.ts';
import { Said } from './Said.tsx';

/** What was noticed while the question was read: a check digit that fails and the one that would fit. */
export function Problems({ problems }: { readonly problems: readonly Problem[] }) {
  const { t } = useWords();
  if (problems.length === 0) return null;
  return (
    <div className="page-notices">
      {problems.map((problem) => (
        <Notice key={problem.code + problem.message}>
          <p>
            <Said of={{ code: problem.code, text: problem.message, ...data(problem) }} />
          </p>
          {problem.todo === undefined ? null : (
            <p className="soft">
              {t('check.todo')}:{' '}
              <Said of={{ code: `${problem.code}.todo`, text: problem.todo, ...data(problem) }} />
            </p>
          )}
        </Notice>
      ))}
    </div>
  );
}

function data(problem: Problem): Pick<Problem, 'data'> {
  return problem.data === undefined ? {} : { data: problem.data };
}
