import { serveNode } from '@custody/server';
import { type BrowserServer, chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { CHROMIUM_FLAGS, findChromium } from './chromium.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the real node that serves the built desk. */
    readonly deskUrl: string;
    /** Where `chromium.connect` of playwright-core reaches the browser; blank where this machine has none. */
    readonly chromium: string;
  }
}

/**
 * Starts a real node over the built desk on a free port, and one Chromium, for all browser tests. A machine without
 * Chromium skips them, except where everything must run (CI).
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const executablePath = findChromium();
  if (executablePath === null && process.env['CI'] !== undefined) {
    throw new Error('The browser tests need Chromium: apt-get install chromium, or name one in CHROMIUM.');
  }
  const node = await serveNode({ port: 0, host: '127.0.0.1' });
  const browser: BrowserServer | null =
    executablePath === null
      ? null
      : await chromium.launchServer({ executablePath, args: [...CHROMIUM_FLAGS] });
  project.provide('deskUrl', node.url);
  project.provide('chromium', browser?.wsEndpoint() ?? '');
  return async () => {
    await browser?.close();
    await node.stop();
  };
}
