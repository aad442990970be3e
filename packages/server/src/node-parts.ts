import { type Chemist, type Day, day, type Law } from '@custody/core';
import type { Log } from './http/log.ts';

/** What a node is made of. */
export interface NodeParts {
  readonly law: Law;
  /** Folder of the built desk; null for a node without one. */
  readonly deskDir: string | null;
  /** Loads the chemistry toolkit when a question first needs it; null for a node that reads no structures. */
  readonly chemist: (() => Promise<Chemist>) | null;
  readonly log?: Log;
  /** The day that is asked about where a question names none; default: the machine's local day. */
  readonly today?: () => Day;
  /** True once the node is to stop: it is then no longer ready. */
  readonly isStopping?: () => boolean;
}

/** The day a question without a day is about. */
export function today(parts: NodeParts): Day {
  return (parts.today ?? localDay)();
}

function localDay(): Day {
  const now = new Date();
  const [month, date] = [now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, '0'));
  return day(`${now.getFullYear()}-${month}-${date}`);
}
