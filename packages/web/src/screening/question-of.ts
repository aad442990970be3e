import { jurisdictionsOf, type ScreenAddress } from '../shell/address.ts';
import type { AsOf } from '../shell/use-as-of.ts';
import type { Words } from '../i18n/use-words.ts';
import type { ScreeningQuestion } from './messages.ts';

/** The question that an address puts to every line. */
export function questionOf(address: ScreenAddress, asOf: AsOf): ScreeningQuestion {
  return {
    on: asOf.on,
    known: asOf.known,
    in: jurisdictionsOf(address.in).chosen,
    activity: address.activity ?? null,
    from: address.from ?? null,
    to: address.to ?? null,
  };
}

export function isSameQuestion(one: ScreeningQuestion, other: ScreeningQuestion): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** The question in words: `1 September 2022, United States and China`. */
export function questionWords(question: ScreeningQuestion, { t, day, place, list }: Words): string {
  const places = question.in === null ? t('screen.movedAll') : list(question.in.map(place));
  const asked =
    question.known === null
      ? t('screen.movedAsk', { day: day(question.on), places })
      : t('screen.movedKnown', { day: day(question.on), known: day(question.known), places });
  const { activity, from, to } = question;
  return activity === null && from === null && to === null
    ? asked
    : t('screen.movedTransaction', {
        what: asked,
        transaction: [
          activity === null ? null : t(`check.activities.${activity}`),
          from === null && to === null ? null : `${from ?? '…'} → ${to ?? '…'}`,
        ]
          .filter((part) => part !== null)
          .join(', '),
      });
}
