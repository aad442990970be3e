import type { Answer, GoodsAnswer } from '@custody/core';
import { useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';
import { Failing } from '../design/Failing.tsx';
import { Waiting } from '../design/Waiting.tsx';
import type { DeskAnswer } from '../engine/messages.ts';
import { useEngine } from '../engine/use-engine.ts';
import { useWords } from '../i18n/use-words.ts';
import { AsOfNotices, StrangeDay } from '../shell/AsOfNotices.tsx';
import { useAsOf } from '../shell/use-as-of.ts';
import { AnswerView } from './AnswerView.tsx';
import { asks, LINES_MAX, questionOf } from './question-of.ts';
import { QuietPage } from './QuietPage.tsx';
import { SeveralView } from './SeveralView.tsx';
import { UnresolvedView } from './UnresolvedView.tsx';
import './check.css';

/** Check: what is it, is it controlled, where, since when, and why. */
export function CheckPage() {
  const { t, count } = useWords();
  const address = useSearch({ from: '/check' });
  const asOf = useAsOf();
  const question = useMemo(() => questionOf(address, asOf), [address, asOf]);
  const tooMany = question.what.length > LINES_MAX;
  const answer = useEngine('check', question, { keep: true, enabled: asks(address) && !tooMany });
  if (address.q === undefined) return <QuietPage />;
  if (asOf.strange !== null) return <StrangeDay text={asOf.strange} />;
  if (tooMany) {
    return (
      <Failing
        title={t('check.failedTitle')}
        text={t('field.tooMany', { limit: count(LINES_MAX), given: count(question.what.length) })}
      />
    );
  }
  if (answer.isError) {
    return (
      <Failing
        title={t('check.failedTitle')}
        text={t('failing.engineText')}
        step={t('failing.engineStep')}
        problem={answer.error.problem}
        again={() => void answer.refetch()}
      />
    );
  }
  // While another question is being worked out, the answer to the one before would be taken for its own.
  const fresh = answer.data !== undefined && fits(answer.data, question.what) ? answer.data : undefined;
  if (fresh === undefined) return <Waiting lines={9} />;
  return (
    <>
      <AsOfNotices asOf={asOf} />
      <Results answer={fresh} />
    </>
  );
}

function Results({ answer }: { readonly answer: DeskAnswer }) {
  const [first, ...others] = answer.results;
  if (first === undefined) return <QuietPage />;
  if (others.length > 0) return <SeveralView answer={answer} />;
  if (first.goods === null) return <UnresolvedView result={first} ways={answer.ways} />;
  return <AnswerView asOf={answer.asOf} result={{ ...first, goods: first.goods }} />;
}

function fits(answer: Answer, what: readonly string[]): boolean {
  return (
    answer.results.length === what.length &&
    answer.results.every((one: GoodsAnswer, at) => one.input === what[at])
  );
}
