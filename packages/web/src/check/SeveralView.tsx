import type { Answer, GoodsAnswer } from '@custody/core';
import { Link } from '@tanstack/react-router';
import { useMemo, useState } from 'react';
import { DataTable, type TableColumn } from '../design/DataTable.tsx';
import { StateMark, StateWord } from '../design/StateMark.tsx';
import { useWords, type Words } from '../i18n/use-words.ts';
import { PageHead } from '../shell/PageHead.tsx';
import { shorten } from './AnswerView.tsx';
import { nameIn } from './GoodsCard.tsx';
import { Narrowing } from './Narrowing.tsx';
import { say } from '../i18n/say.ts';

const ORDER = ['controlled', 'review', 'unknown', 'unreadable', 'not-controlled', 'outside'] as const;

interface Line {
  readonly number: number;
  readonly result: GoodsAnswer;
}

/** Several questions at once: one line each, in the order they were given; a line opens its answer. */
export function SeveralView({ answer }: { readonly answer: Answer }) {
  const words = useWords();
  const { t, day, list } = words;
  const [sort, setSort] = useState<string | undefined>(undefined);
  const lines = useMemo(() => answer.results.map((result, at) => ({ number: at + 1, result })), [answer]);
  const columns = useMemo(() => columnsFor(words), [words]);
  const counts = ORDER.map((verdict) => ({
    verdict,
    count: lines.filter(({ result }) => result.verdict === verdict).length,
  })).filter(({ count }) => count > 0);
  return (
    <article>
      <PageHead
        title={t('check.severalTitle', { count: lines.length })}
        state={t('check.severalState', {
          day: day(answer.asOf.on),
          words: list(counts.map(({ verdict, count }) => t(`check.severalCount.${verdict}`, { count }))),
        })}
      />
      <Narrowing />
      <DataTable
        caption={t('check.severalTitle', { count: lines.length })}
        columns={columns}
        rows={lines}
        rowKey={rowKey}
        sort={sort}
        onSort={setSort}
        fileName={`check-${answer.asOf.on}`}
      />
    </article>
  );
}

const rowKey = (line: Line): string => String(line.number);

function columnsFor(words: Words): readonly TableColumn<Line>[] {
  const { t, place, list } = words;
  return [
    {
      id: 'line',
      header: t('check.column.line'),
      value: (line) => line.number,
      track: '40px',
      end: true,
    },
    {
      id: 'asked',
      header: t('check.column.asked'),
      value: ({ result }) => result.input,
      cell: ({ result }) => <Asked result={result} />,
      track: 'minmax(0, 1.6fr)',
      hide: 'never',
    },
    {
      id: 'goods',
      header: t('check.column.goods'),
      value: ({ result }) => goodsWords(result, words),
      cell: ({ result }) =>
        result.goods === null ? (
          <span className="faint">{goodsWords(result, words)}</span>
        ) : (
          <span>{nameIn(result.goods, words)}</span>
        ),
      track: 'minmax(0, 1.6fr)',
    },
    {
      id: 'verdict',
      header: t('check.column.verdict'),
      value: ({ result }) => verdictWord(result, t),
      cell: ({ result }) =>
        result.verdict === 'unreadable' ? (
          <span className="faint">{t('check.unreadable')}</span>
        ) : (
          <StateWord status={result.verdict} />
        ),
      track: 'minmax(0, 1.2fr)',
    },
    {
      id: 'where',
      header: t('check.column.controlledIn'),
      value: ({ result }) => list(controlledIn(result).map(place)),
      cell: ({ result }) => <Marks result={result} />,
      track: 'minmax(0, 1.8fr)',
    },
  ];
}

function Asked({ result }: { readonly result: GoodsAnswer }) {
  return (
    <Link to="/check" search={(address) => ({ ...address, q: result.input })}>
      {shorten(result.input)}
    </Link>
  );
}

/** The jurisdictions that control the goods or send them to a person, by mark and code. */
function Marks({ result }: { readonly result: GoodsAnswer }) {
  const { t, place } = useWords();
  return (
    <ul className="marks">
      {result.statuses
        .filter((status) => status.status === 'controlled' || status.status === 'review')
        .map((status) => (
          <li
            key={status.jurisdiction}
            title={`${place(status.jurisdiction)}: ${t(`status.${status.status}`)}`}
          >
            <StateMark status={status.status} size={11} />
            <span className="unseen">{t(`status.${status.status}`)}: </span>
            {status.jurisdiction}
          </li>
        ))}
    </ul>
  );
}

function controlledIn(result: GoodsAnswer) {
  return result.statuses
    .filter((status) => status.status === 'controlled')
    .map((status) => status.jurisdiction);
}

function goodsWords(result: GoodsAnswer, words: Words): string {
  if (result.goods !== null) return nameIn(result.goods, words);
  const { candidates } = result.resolution;
  if (candidates.length > 0) return words.t('check.candidatesShort', { count: candidates.length });
  const [problem] = result.problems;
  return problem === undefined
    ? words.t('check.unreadable')
    : say({ ...problem, text: problem.message }, words).text;
}

function verdictWord(result: GoodsAnswer, t: Words['t']): string {
  return result.verdict === 'unreadable' ? t('check.unreadable') : t(`status.${result.verdict}`);
}
