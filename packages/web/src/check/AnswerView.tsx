import type { Answer, AnsweredGoods, GoodsAnswer, JurisdictionStatus } from '@custody/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { CopyButton } from '../design/CopyButton.tsx';
import { Icon } from '../design/Icon.tsx';
import { useWords, type Words } from '../i18n/use-words.ts';
import { PageHead } from '../shell/PageHead.tsx';
import { answerAsText } from './answer-as-text.ts';
import { formWords, GoodsCard, questionAbout } from './GoodsCard.tsx';
import { Narrowing } from './Narrowing.tsx';
import { PrintSheet } from './PrintSheet.tsx';
import { Problems } from './Problems.tsx';
import { ProofDrawer } from './ProofDrawer.tsx';
import { StatusRows } from './StatusRows.tsx';
import { Timeline } from './Timeline.tsx';

interface AnswerViewProps {
  readonly asOf: Answer['asOf'];
  readonly result: GoodsAnswer & { readonly goods: AnsweredGoods };
}

/** The answer about one of the goods: what it is on the left, what each jurisdiction says on the right, years below. */
export function AnswerView({ asOf, result }: AnswerViewProps) {
  const words = useWords();
  const { t } = words;
  const { open } = useSearch({ from: '/check' });
  const navigate = useNavigate();
  const { goods, statuses } = result;
  const opened = statuses.find((status) => status.jurisdiction === open);
  return (
    <article className="answer">
      <PageHead
        above={<Asked result={result} />}
        title={questionAbout(goods, words)}
        state={stateSentence(asOf, statuses, words)}
        tools={
          <>
            <CopyButton
              icon="link"
              text={() => location.href}
              what={t('check.copyLink')}
              words={t('check.copyLink')}
            />
            <CopyButton
              text={() => answerAsText(asOf, result, words)}
              what={t('check.copyAnswer')}
              words={t('check.copyAnswer')}
            />
            <button
              type="button"
              className="button-quiet"
              onClick={() => {
                print();
              }}
            >
              <Icon name="print" />
              {t('check.print')}
            </button>
          </>
        }
      >
        <Form goods={goods} />
      </PageHead>
      <Problems problems={result.problems} />
      <div className="answer-columns">
        <GoodsCard goods={goods} />
        <div className="answer-law">
          <StatusRows statuses={statuses} />
          <Narrowing />
        </div>
      </div>
      <Timeline asked={result.input} goods={goods} on={asOf.on} />
      {opened === undefined ? null : (
        <ProofDrawer
          head={asOf}
          goods={goods}
          statuses={statuses}
          status={opened}
          onOpen={(jurisdiction) => {
            void navigate({
              to: '/check',
              search: ({ open: _, ...address }) => ({
                ...address,
                ...(jurisdiction === undefined ? {} : { open: jurisdiction }),
              }),
              replace: true,
              resetScroll: false,
            });
          }}
        />
      )}
      <PrintSheet head={asOf} result={result} only={opened?.jurisdiction ?? null} />
    </article>
  );
}

function Asked({ result }: { readonly result: GoodsAnswer }) {
  const { t } = useWords();
  const { by } = result.resolution;
  return (
    <p className="label asked">
      <span>{t('check.asked', { input: shorten(result.input) })}</span>
      {by === null ? null : <span>{t('check.readAs', { kind: t(`check.kind.${by}`) })}</span>}
    </p>
  );
}

function Form({ goods }: { readonly goods: AnsweredGoods }) {
  const words = useWords();
  const differs = formWords(goods, words);
  if (differs.length === 0) return null;
  return (
    <div className="goods-form">
      <p>{words.t('check.form')}</p>
      <ul>
        {differs.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
    </div>
  );
}

/** One sentence: how many control it, and how many cannot be answered; never a bare "no". */
export function stateSentence(
  { on, known }: Pick<Answer['asOf'], 'on' | 'known'>,
  statuses: readonly JurisdictionStatus[],
  { t, day, place, language }: Words,
): string {
  const deciding = statuses.filter((status) => status.deciding);
  const count = (status: JurisdictionStatus['status']): number =>
    deciding.filter((one) => one.status === status).length;
  const [only] = deciding;
  const parts: string[] = [];
  if (only === undefined) parts.push(t('check.stateNowhere', { day: day(on) }));
  else if (deciding.length === 1) {
    parts.push(
      t('check.stateSingle', {
        place: place(only.jurisdiction),
        day: day(on),
        status: t(`status.${only.status}`),
      }),
    );
  } else {
    const controlled = count('controlled');
    parts.push(
      controlled === 0
        ? t('check.stateNone', { total: deciding.length, day: day(on) })
        : t('check.state', { count: controlled, total: deciding.length, day: day(on) }),
    );
    if (count('review') > 0) parts.push(t('check.stateReview', { count: count('review') }));
    if (count('unknown') > 0) parts.push(t('check.stateUnknown', { count: count('unknown') }));
  }
  const announced = deciding.filter((one) => one.status !== 'controlled' && one.announced.length > 0).length;
  if (announced > 0) parts.push(t('check.stateAnnounced', { count: announced }));
  if (known !== null) parts.push(t('check.stateKnown', { day: day(known) }));
  return parts.join(language === 'zh' ? '' : ' ');
}

const SHOWN_CHARACTERS = 80;

export function shorten(text: string): string {
  return text.length > SHOWN_CHARACTERS ? `${text.slice(0, SHOWN_CHARACTERS - 1)}…` : text;
}
