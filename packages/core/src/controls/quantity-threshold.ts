import type { AppliedControl, Reason } from './answer.ts';

/** What the thresholds of the entries that apply say of the quantity asked about. Empty when none was asked. */
export function quantityReasons(
  controls: readonly AppliedControl[],
  quantity: string | null,
): readonly Reason[] {
  if (quantity === null) return [];
  return controls.flatMap((control) =>
    control.thresholds.map((threshold) => ({
      code: 'threshold-in-words',
      text: `${control.list}, ${control.entry}: ${threshold.words}`,
      data: { control: control.id, quantity },
    })),
  );
}
