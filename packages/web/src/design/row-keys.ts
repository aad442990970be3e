import type { KeyboardEvent } from 'react';

/** Arrow keys, Home and End move the focus to the first link or button of another row of the same list. */
export function moveAmongRows(event: KeyboardEvent<HTMLElement>, rowSelector: string): void {
  const step = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity }[event.key];
  const from = event.target as HTMLElement;
  if (step === undefined || from.matches('input, select, textarea') || event.altKey || event.ctrlKey) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>(rowSelector)];
  const at = rows.findIndex((row) => row.contains(from));
  if (at < 0) return;
  const next = rows[Math.max(0, Math.min(rows.length - 1, at + step))];
  event.preventDefault();
  next?.querySelector<HTMLElement>('a[href], button:not(:disabled)')?.focus();
}
