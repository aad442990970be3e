import { compareQuantities, parseQuantity, quantity, toKilograms } from '../kernel/index.ts';
import type { AppliedControl, Reason } from './answer.ts';
import type { Activity, Threshold } from './control.ts';
import type { LawQuestion } from './judge.ts';

/**
 * What the thresholds of the entries that apply say of the quantity asked about; empty when none was asked. A figure
 * is compared only where the law's threshold and the question are both plain masses; otherwise the law's own words
 * stand. A threshold never changes a status: it says which duties a quantity calls for.
 */
export function quantityReasons(
  controls: readonly AppliedControl[],
  question: Pick<LawQuestion, 'quantity' | 'activity'>,
): readonly Reason[] {
  if (question.quantity === null) return [];
  const thresholds = controls.flatMap((control) =>
    control.thresholds
      .filter((threshold) => concerns(threshold, question.activity))
      .map((threshold) => ({ control, threshold })),
  );
  if (thresholds.length === 0) return [];
  const kilograms = inKilograms(question.quantity);
  const unread: readonly Reason[] = kilograms.ok
    ? []
    : [
        {
          code: 'quantity-not-compared',
          text: kilograms.problem.message,
          data: { quantity: question.quantity },
        },
      ];
  return [
    ...unread,
    ...thresholds.map(({ control, threshold }) =>
      held(control, threshold, kilograms.ok ? kilograms.value.amount : null, question.quantity ?? ''),
    ),
  ];
}

const ACROSS_BORDERS: ReadonlySet<Activity> = new Set(['import', 'export', 'transit']);

function concerns({ applies }: Threshold, activity: Activity | null): boolean {
  if (applies === undefined || applies === 'all' || activity === null) return true;
  return (applies === 'import-export') === ACROSS_BORDERS.has(activity);
}

function inKilograms(text: string): ReturnType<typeof toKilograms> {
  const read = parseQuantity(text);
  return read.ok ? toKilograms(read.value) : read;
}

function held(control: AppliedControl, threshold: Threshold, asked: string | null, given: string): Reason {
  const entry = `${control.list}, ${control.entry}`;
  const unverified = threshold.confidence === 'verified' ? '' : ' (threshold unverified)';
  const data = { control: control.id, quantity: given, threshold: threshold.kilograms ?? null };
  if (asked === null || threshold.kilograms === undefined) {
    const text = `Threshold of ${entry}: ${threshold.words}${unverified}.`;
    return { code: 'threshold-in-words', text, data };
  }
  const compared = compareQuantities(quantity(asked, 'KGM'), quantity(threshold.kilograms, 'KGM'));
  const below = compared.ok && compared.value < 0;
  const text = `${given} is ${below ? 'below' : 'at or above'} the threshold of ${entry}: ${threshold.words}${unverified}.`;
  return { code: below ? 'below-threshold' : 'at-or-above-threshold', text, data };
}
