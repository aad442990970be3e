import type { Day as DayOfLaw } from '@custody/core';
import { useWords } from '../i18n/use-words.ts';

/** A day of the law as the reader's language writes it; ISO for programs that read the page. */
export function Day({ of }: { readonly of: DayOfLaw }) {
  const { day } = useWords();
  return (
    <time className="unbroken" dateTime={of}>
      {day(of)}
    </time>
  );
}
