import type { AnsweredGoods, AppliedControl, Day, GoodsAnswer, JurisdictionStatus } from '@custody/core';
import { say } from '../i18n/say.ts';
import type { Words } from '../i18n/use-words.ts';
import {
  basisWords,
  entryWords,
  lastDayWords,
  pendingWords,
  scopeWords,
  sinceWords,
} from './control-words.ts';
import { isNamed, nameIn } from './GoodsCard.tsx';

/** What an answer rests on, whichever part of it is copied. */
export interface AnswerHead {
  readonly on: Day;
  readonly known: Day | null;
  readonly law: string;
}

/** A whole answer as plain text: for a mail, a file, a record. */
export function answerAsText(head: AnswerHead, answer: GoodsAnswer, words: Words): string {
  if (answer.goods === null) return answer.input;
  const { goods } = answer;
  return [
    goodsLines(goods, head, words),
    ...answer.statuses.map((status) => statusLines(status, words)),
    footLine(head, words),
  ].join('\n\n');
}

/** What one jurisdiction says, as plain text. */
export function statusAsText(
  head: AnswerHead,
  goods: AnsweredGoods,
  status: JurisdictionStatus,
  words: Words,
): string {
  return [goodsLines(goods, head, words), statusLines(status, words), footLine(head, words)].join('\n\n');
}

function goodsLines(goods: AnsweredGoods, { on, known }: AnswerHead, words: Words): string {
  const { t, day } = words;
  const codes = [
    goods.codes.goods === null ? null : `${t('check.goodsCode')} ${goods.codes.goods}`,
    goods.codes.cas.length === 0 ? null : `CAS ${goods.codes.cas.join(', ')}`,
    goods.codes.inchikey === null ? null : `InChIKey ${goods.codes.inchikey}`,
  ].filter((code) => code !== null);
  return [
    isNamed(goods) ? nameIn(goods, words) : goods.name,
    codes.join(' · '),
    `${t('sheet.on')}: ${day(on)}${known === null ? '' : ` · ${t('sheet.known')}: ${day(known)}`}`,
  ]
    .filter((line) => line !== '')
    .join('\n');
}

function statusLines(status: JurisdictionStatus, words: Words): string {
  const { t, place } = words;
  const head = `${place(status.jurisdiction)}: ${t(`status.${status.status}`)}`;
  return [
    status.deciding ? head : `${head} (${t('check.beside')})`,
    ...status.controls.flatMap((control) => controlLines(control, words)),
    ...(status.controls.length > 0 || status.status !== 'not-controlled'
      ? []
      : [`  ${scopeWords(status, words)}`]),
    ...status.reasons.map((reason) => `  ${say(reason, words).text}`),
    ...[...status.announced, ...status.proposed].map(
      (control) =>
        `  ${pendingWords(control, words)}${control.startWindow.verified ? '' : ` (${t('check.unverified')})`}`,
    ),
    ...status.excluded.map(
      (control) => `  ${t('proof.excluded')}: ${entryWords(control)}: ${say(control.because, words).text}`,
    ),
    ...status.duties.map((duty) => {
      const deadline =
        duty.deadline === null
          ? ''
          : ` (${t('proof.deadline')}: ${t(`proof.unit.${duty.deadline.unit}`, { count: duty.deadline.value })})`;
      return `  ${t('proof.duties')}: ${duty.what}${deadline} [${duty.article}]`;
    }),
  ].join('\n');
}

function controlLines(control: AppliedControl, words: Words): readonly string[] {
  const { t, day } = words;
  const { citation } = control;
  const term = [
    `${sinceWords(control.startWindow, words)}${control.startWindow.verified ? '' : ` (${t('check.unverified')})`}`,
    ...(control.effectiveTo === null ? [] : [lastDayWords(control.effectiveTo, words)]),
    t(`check.permanence.${control.permanence}`),
    basisWords(control, words),
  ].join(t('desk.comma'));
  const sure =
    citation.confidence === 'verified' && citation.verifiedOn !== null
      ? t('proof.readOn', { day: day(citation.verifiedOn) })
      : t('proof.unverified');
  return [
    `  ${entryWords(control)}: ${term}`,
    `  ${t('proof.citation')}: ${citation.title}${citation.url === null ? '' : `, ${citation.url}`} (${sure})`,
  ];
}

function footLine({ law }: AnswerHead, { t }: Words): string {
  return `${t('proof.digest')}: ${law}`;
}
