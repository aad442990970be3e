import type { GoodsAnswer } from '@custody/core';
import { Link } from '@tanstack/react-router';
import { moveAmongRows } from '../design/row-keys.ts';
import { useWords } from '../i18n/use-words.ts';
import { PageHead } from '../shell/PageHead.tsx';
import { shorten } from './AnswerView.tsx';
import { Problems } from './Problems.tsx';

interface UnresolvedViewProps {
  readonly result: GoodsAnswer;
  /** For each candidate the words that ask about it and nothing else. */
  readonly ways: Readonly<Record<string, string>>;
}

/** What could not be read, or only as one of several things: a person chooses, and nothing is answered until then. */
export function UnresolvedView({ result, ways }: UnresolvedViewProps) {
  const { t } = useWords();
  const input = shorten(result.input);
  const { candidates } = result.resolution;
  if (candidates.length === 0) {
    return (
      <article className="unresolved">
        <PageHead title={t('check.unreadTitle', { input })} state={t('check.unreadText')} />
        <Problems problems={result.problems} />
        {result.problems.length === 0 ? <p className="prose">{t('check.unreadSteps')}</p> : null}
      </article>
    );
  }
  return (
    <article className="unresolved">
      <PageHead
        title={t('check.questionUnread', { input })}
        state={t('check.candidatesState', { count: candidates.length })}
      />
      <Problems problems={result.problems} />
      <section aria-labelledby="candidates">
        <h2 id="candidates" className="section-head">
          {t('check.candidatesTitle')}
        </h2>
        <ul
          className="candidates"
          onKeyDown={(event) => {
            moveAmongRows(event, 'li');
          }}
        >
          {candidates.map((candidate) => (
            <li key={candidate.id + candidate.matched}>
              <Link
                to="/check"
                search={({ open: _, ...address }) => ({
                  ...address,
                  q: ways[candidate.id] ?? candidate.name,
                })}
                className="candidate"
              >
                {candidate.name}
              </Link>
              <p className="label">
                {t('check.candidateMatched', { matched: candidate.matched })} ·{' '}
                {t(`check.candidateWhy.${candidate.why}`)}
              </p>
            </li>
          ))}
        </ul>
      </section>
    </article>
  );
}
