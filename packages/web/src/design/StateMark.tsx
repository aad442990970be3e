import type { ControlStatus } from '@custody/core';
import { useWords } from '../i18n/use-words.ts';
import './state-mark.css';

/**
 * The five states, the same everywhere: a filled circle, a half circle, a ring, a dashed ring, a bar.
 * Shape and colour together; the word stands beside it (`StateWord`) or is read out (`label`).
 */
export function StateMark({ status, size = 14 }: { readonly status: ControlStatus; readonly size?: number }) {
  return (
    <svg
      className={`state-mark state-${status}`}
      width={size}
      height={size}
      viewBox="0 0 14 14"
      aria-hidden="true"
      focusable="false"
    >
      {SHAPES[status]}
    </svg>
  );
}

const SHAPES: Readonly<Record<ControlStatus, React.ReactNode>> = {
  controlled: <circle cx="7" cy="7" r="6" fill="currentColor" />,
  review: (
    <>
      <circle cx="7" cy="7" r="5.25" fill="none" stroke="currentColor" strokeWidth="1.5" />
      <path d="M7 1.75a5.25 5.25 0 0 0 0 10.5z" fill="currentColor" />
    </>
  ),
  'not-controlled': <circle cx="7" cy="7" r="5.25" fill="none" stroke="currentColor" strokeWidth="1.5" />,
  unknown: (
    <circle
      cx="7"
      cy="7"
      r="5.25"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.5"
      strokeDasharray="2.4 1.72"
    />
  ),
  outside: <path d="M1.5 7h11" stroke="currentColor" strokeWidth="2.5" fill="none" />,
};

/** Mark and word of a state, in its colour. */
export function StateWord({ status, size }: { readonly status: ControlStatus; readonly size?: number }) {
  const { t } = useWords();
  return (
    <span className={`state-word state-${status}`}>
      <StateMark status={status} {...(size === undefined ? {} : { size })} />
      <span>{t(`status.${status}`)}</span>
    </span>
  );
}
