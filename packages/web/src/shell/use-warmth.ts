import { useEffect } from 'react';
import { ask } from '../engine/client.ts';
import { warmLaw } from '../law/warm-law.ts';
import { warmScreening } from '../screening/workers.ts';

const SOON_MS = 300;

/**
 * Once the law is there, fetches all that any answer may need: the chemistry toolkit, the programs that screen a file, and every part of every font, the
 * Chinese ones included. Browsers fetch fonts by the characters on the page, so that a request for one would tell what
 * was looked up; fetched together and in advance they tell nothing.
 */
export function useWarmth(ready: boolean): void {
  useEffect(() => {
    if (!ready) return;
    // Not every browser says when it is idle.
    if ('requestIdleCallback' in window) window.requestIdleCallback(() => void warm());
    else setTimeout(() => void warm(), SOON_MS);
  }, [ready]);
}

async function warm(): Promise<void> {
  await ask('warm', null).catch(() => undefined);
  await warmScreening().catch(() => undefined);
  await warmLaw().catch(() => undefined);
  for (const face of document.fonts) await face.load().catch(() => undefined);
  document.documentElement.dataset['warm'] = 'true';
}
