import { type Chemist, type Law, readSmiles, resolve, type Resolution } from '@custody/core';

/** Core's word for "this is a structure, and there is no toolkit to identify it with". */
const NEEDS_TOOLKIT = 'toolkit-missing';

/** Resolves one text; the chemistry toolkit takes its time to load, so only the first text that needs it loads it. */
export function resolver(law: Law): (text: string) => Promise<Resolution> {
  let chemist: Chemist | null = null;
  return async (text) => {
    const found = resolve(law, text, chemist);
    if (chemist !== null || !needsToolkit(text, found)) return found;
    const { loadRdkit } = await import('@custody/core/node');
    chemist = await loadRdkit();
    return resolve(law, text, chemist);
  };
}

/** Letters alone (`CCO`) are first read as a name; where they are none and make a structure, that is what they are. */
function needsToolkit(text: string, { goods, problems }: Resolution): boolean {
  if (problems.some(({ code }) => code === NEEDS_TOOLKIT)) return true;
  return goods === null && readSmiles(text.trim()).ok;
}
