import type { GoodsAnswer, Jurisdiction, Problem, ScreenedGoods, ScreenedRow } from '@custody/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState, type ReactNode } from 'react';
import { nameIn } from '../check/GoodsCard.tsx';
import { PrintSheet } from '../check/PrintSheet.tsx';
import { ProofDrawer } from '../check/ProofDrawer.tsx';
import { Said } from '../check/Said.tsx';
import { StatusRows } from '../check/StatusRows.tsx';
import { Structure } from '../check/Structure.tsx';
import { ZoneLegend } from '../check/ZoneLegend.tsx';
import { Drawer } from '../design/Drawer.tsx';
import { Icon } from '../design/Icon.tsx';
import { Waiting } from '../design/Waiting.tsx';
import { useEngine } from '../engine/use-engine.ts';
import { useWords } from '../i18n/use-words.ts';
import type { RowFilter } from './row-filter.ts';
import type { ShownRun } from './run.ts';
import { VerdictWord } from './Tally.tsx';
import { useScreenAddress } from './use-screen-address.ts';
import { askReading } from './workers.ts';
import './row-drawer.css';

interface RowDrawerProps {
  readonly run: ShownRun;
  readonly number: number;
  readonly filter: RowFilter;
  /** The jurisdiction whose proof is open. */
  readonly open: Jurisdiction | null;
}

/** One line with everything that was found in it; a jurisdiction opens its proof, as in Check. */
export function RowDrawer({ run, number, filter, open }: RowDrawerProps) {
  const change = useScreenAddress();
  const [chosen, setChosen] = useState({ row: number, goods: 0 });
  const found = useQuery({
    queryKey: ['screened-row', run.id, filter, number, run.stage === 'done'],
    queryFn: () => askReading('row', { filter, row: number }),
    staleTime: Infinity,
    retry: false,
    networkMode: 'always',
  });
  const row = found.data?.screened ?? null;
  const at = chosen.row === number ? chosen.goods : 0;
  const goods = row?.goods[at] ?? null;
  const answer = useGoodsAnswer(run, row, goods);
  const go = (to: number | null | undefined): void => {
    if (to === null || to === undefined) return;
    change(({ open: _, ...rest }) => ({ ...rest, row: String(to) }));
  };
  const status = answer?.statuses.find((one) => one.jurisdiction === open);
  if (answer?.goods != null && status !== undefined) {
    const head = { ...run.question, law: row?.asOf.law ?? '' };
    return (
      <>
        <ProofDrawer
          head={head}
          goods={answer.goods}
          statuses={answer.statuses}
          status={status}
          onOpen={(jurisdiction) => {
            change(({ open: _, ...rest }) =>
              jurisdiction === undefined ? rest : { ...rest, open: jurisdiction },
            );
          }}
        />
        <PrintSheet head={head} result={{ ...answer, goods: answer.goods }} only={status.jurisdiction} />
      </>
    );
  }
  return (
    <>
      <Drawer
        onClose={() => {
          change(({ open: _, row: __, ...rest }) => rest);
        }}
        onKeyDown={(event) => {
          if ((event.target as HTMLElement).closest('input, select, textarea') !== null) return;
          if (event.key === 'ArrowLeft') go(found.data?.before);
          if (event.key === 'ArrowRight') go(found.data?.after);
        }}
        title={<Title number={number} row={row} />}
        tools={
          <>
            <Step icon="left" to={found.data?.before ?? null} go={go} />
            <Step icon="right" to={found.data?.after ?? null} go={go} />
          </>
        }
      >
        {found.isPending ? <Waiting lines={6} /> : null}
        {found.isSuccess && row === null ? <Gone number={number} /> : null}
        {row === null ? null : (
          <RowBody
            row={row}
            chosen={at}
            onChoose={(next) => {
              setChosen({ row: number, goods: next });
            }}
            answer={answer}
          />
        )}
      </Drawer>
      {answer?.goods == null ? null : (
        <PrintSheet
          head={{ ...run.question, law: row?.asOf.law ?? '' }}
          result={{ ...answer, goods: answer.goods }}
          only={null}
        />
      )}
    </>
  );
}

/** What the law says of one of the goods of a line, with its proofs: worked out when the line is opened. */
function useGoodsAnswer(
  run: ShownRun,
  row: ScreenedRow | null,
  goods: ScreenedGoods | null,
): GoodsAnswer | null {
  const { quantity } = run.roles;
  const amount = quantity === null ? '' : (row?.input[quantity] ?? '').trim();
  const answered = useEngine(
    'lineGoods',
    {
      id: goods?.id ?? null,
      from: goods?.from ?? '',
      question: { ...run.question, quantity: amount === '' ? null : amount },
    },
    { enabled: goods !== null },
  );
  return goods === null ? null : (answered.data?.results[0] ?? null);
}

function Title({ number, row }: { readonly number: number; readonly row: ScreenedRow | null }) {
  const { t, count } = useWords();
  return (
    <span className="row-title">
      {t('screen.row.title', { row: count(number) })}
      {row === null ? null : <VerdictWord verdict={row.verdict} />}
    </span>
  );
}

function Step({
  icon,
  to,
  go,
}: {
  readonly icon: 'left' | 'right';
  readonly to: number | null;
  readonly go: (to: number | null) => void;
}) {
  const { t } = useWords();
  const name = t(icon === 'left' ? 'screen.row.previous' : 'screen.row.next');
  return (
    <button
      type="button"
      className="button-icon"
      aria-label={name}
      title={name}
      disabled={to === null}
      onClick={() => {
        go(to);
      }}
    >
      <Icon name={icon} />
    </button>
  );
}

function Gone({ number }: { readonly number: number }) {
  const { t, count } = useWords();
  return <p>{t('screen.row.gone', { row: count(number) })}</p>;
}

function RowBody({
  row,
  chosen,
  onChoose,
  answer,
}: {
  readonly row: ScreenedRow;
  readonly chosen: number;
  readonly onChoose: (goods: number) => void;
  readonly answer: GoodsAnswer | null;
}) {
  const { t } = useWords();
  const goods = row.goods[chosen];
  return (
    <div className="proof">
      <Part title={t('screen.row.asRead')}>
        <dl className="row-cells">
          {Object.entries(row.input).map(([column, text]) => (
            <div key={column}>
              <dt>{column}</dt>
              <dd>{text.trim() === '' ? <span className="faint">{t('screen.row.blank')}</span> : text}</dd>
            </div>
          ))}
        </dl>
      </Part>
      {row.problems.length === 0 ? null : (
        <Part title={t('screen.row.problems')}>
          <ul className="row-problems">
            {row.problems.map((problem) => (
              <RowProblem key={problem.code + problem.message} problem={problem} />
            ))}
          </ul>
        </Part>
      )}
      {row.reasons.length === 0 ? null : (
        <Part title={t('screen.row.reasons')}>
          <ul className="row-problems">
            {row.reasons.map((reason) => (
              <li key={reason.code + reason.text}>
                <Said of={reason} />
              </li>
            ))}
          </ul>
        </Part>
      )}
      <Part title={t('screen.row.goods')}>
        {row.goods.length === 0 ? <p>{t('screen.row.noGoods')}</p> : null}
        <ul className="row-goods">
          {row.goods.map((one, at) => (
            <li key={`${one.id ?? ''} ${one.from} ${one.column}`}>
              <button
                type="button"
                className="row-goods-choice"
                aria-pressed={at === chosen}
                onClick={() => {
                  onChoose(at);
                }}
              >
                <span className="row-name">{one.name ?? t('check.unnamed')}</span>
                <span className="label">
                  {t(`screen.row.${one.match}`)}
                  {t('desk.comma')}
                  {t('screen.row.from', { text: one.from, column: one.column })}
                </span>
              </button>
            </li>
          ))}
        </ul>
      </Part>
      {goods === undefined ? null : <GoodsLaw goods={goods} answer={answer} />}
    </div>
  );
}

function RowProblem({ problem }: { readonly problem: Problem & { readonly column?: string | null } }) {
  const { t } = useWords();
  const data = problem.data === undefined ? {} : { data: problem.data };
  return (
    <li>
      <p>
        {problem.column == null ? null : <span className="faint">{problem.column}: </span>}
        <Said of={{ code: problem.code, text: problem.message, ...data }} />
      </p>
      {problem.todo === undefined ? null : (
        <p className="soft">
          {t('check.todo')}: <Said of={{ code: `${problem.code}.todo`, text: problem.todo, ...data }} />
        </p>
      )}
    </li>
  );
}

/** What each jurisdiction says of the chosen goods; a row of it opens its proof. */
function GoodsLaw({ goods, answer }: { readonly goods: ScreenedGoods; readonly answer: GoodsAnswer | null }) {
  const words = useWords();
  const { t } = words;
  if (answer === null) return <Waiting lines={5} />;
  if (answer.goods === null) return null;
  const name = nameIn(answer.goods, words);
  const proof = answer.statuses
    .flatMap((status) => status.controls)
    .find((control) => control.proof !== null)?.proof;
  return (
    <div className="row-law">
      {answer.goods.smiles === null ? null : (
        <figure className="proof-drawing">
          <Structure
            smiles={answer.goods.smiles}
            name={name}
            {...(proof === null || proof === undefined ? {} : { proof })}
          />
          {proof === null || proof === undefined ? null : (
            <ul className="zone-legend">
              <ZoneLegend zones={proof.zones} />
            </ul>
          )}
        </figure>
      )}
      {goods.match === 'candidate' ? (
        <p className="soft">{t('screen.row.candidatesNote', { name })}</p>
      ) : null}
      <StatusRows statuses={answer.statuses} />
      <p>
        <Link
          to="/check"
          search={({ on, known, lang, in: places }) => ({
            q: answer.input,
            ...(on === undefined ? {} : { on }),
            ...(known === undefined ? {} : { known }),
            ...(lang === undefined ? {} : { lang }),
            ...(places === undefined ? {} : { in: places }),
          })}
        >
          {t('screen.row.check')}
        </Link>
      </p>
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="proof-section">
      <h3>{title}</h3>
      {children}
    </section>
  );
}
