import type { ChangeKind } from '@custody/core';

const PATHS: Readonly<Record<ChangeKind, string>> = {
  controlled: 'M7 2.5v9M2.5 7h9',
  ended: 'M2.5 7h9',
  changed: 'M2 5h9M8.5 2.5 11 5M12 9H3M5.5 11.5 3 9',
  uncertain: 'M4.6 4.8a2.4 2.4 0 1 1 3.5 2.1c-.8.5-1.1.9-1.1 1.7M7 11.2v.4',
  announced: 'M3 3.5 6.5 7 3 10.5M7.5 3.5 11 7l-3.5 3.5',
  proposed: 'M3 11 4 8l6-6 2 2-6 6z',
};

/** A mark for a kind of change, beside its word. */
export function ChangeMark({ kind }: { readonly kind: ChangeKind }) {
  return (
    <svg
      className={`change-mark change-${kind}`}
      width="13"
      height="13"
      viewBox="0 0 14 14"
      aria-hidden="true"
    >
      <path d={PATHS[kind]} fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" />
    </svg>
  );
}
