import type { Problem } from '@custody/core';
import { Problems } from '../check/Problems.tsx';

/** What was noticed while the file was opened. */
export function FileProblems({ problems }: { readonly problems: readonly Problem[] }) {
  return <Problems problems={problems} />;
}
