import type { Day } from '@custody/core';
import { useCallback, useEffect, useState } from 'react';

/** After so long without a further move the day is where the hand left it, and the address follows. */
const SETTLED_MS = 250;

/**
 * A day that may move many times a second. What is shown follows at once; `settle` (the address) when the hand rests.
 * `settle` must be stable.
 */
export function useMovingDay(
  on: Day,
  settle: (day: Day) => void,
): readonly [Day, (day: Day, settled: boolean) => void] {
  const [moving, setMoving] = useState<Day | null>(null);
  useEffect(() => {
    if (moving === null) return undefined;
    const timer = setTimeout(() => {
      settle(moving);
      setMoving(null);
    }, SETTLED_MS);
    return () => {
      clearTimeout(timer);
    };
  }, [moving, settle]);
  const move = useCallback(
    (day: Day, settled: boolean) => {
      if (settled) settle(day);
      setMoving(settled ? null : day);
    },
    [settle],
  );
  return [moving ?? on, move];
}
