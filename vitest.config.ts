import { defineConfig } from 'vitest/config';

/** A test that hangs ends; one that starts processes or packs packages sets its own, longer limit. */
const TEST_MS = 30_000;
/** A real browser on a small machine takes its time. */
const BROWSER_TEST_MS = 120_000;

const unit = (name: string, include: string) => ({
  test: {
    name,
    include: [include],
    exclude: ['**/node_modules/**', '**/*.browser.test.*'],
    environment: 'node' as const,
    testTimeout: TEST_MS,
    // What is set up for a file (a compiled law, a toolkit) may take as long as a test.
    hookTimeout: TEST_MS,
  },
});

/**
 * One project a floor. `browser` drives Chromium over the built desk, which a real node serves on a free port:
 * `inject('deskUrl')` is its address, and `chromium.connect(inject('chromium'))` of playwright-core the browser.
 */
export default defineConfig({
  test: {
    projects: [
      unit('core', 'packages/core/src/**/*.test.ts'),
      unit('server', 'packages/server/src/**/*.test.ts'),
      unit('cli', 'packages/cli/src/**/*.test.ts'),
      unit('web', 'packages/web/src/**/*.test.{ts,tsx}'),
      unit('tools', 'tools/**/*.test.ts'),
      {
        test: {
          name: 'browser',
          include: ['packages/web/**/*.browser.test.{ts,tsx}'],
          exclude: ['**/node_modules/**'],
          environment: 'node',
          globalSetup: ['tools/browser/desk-under-test.ts'],
          testTimeout: BROWSER_TEST_MS,
          hookTimeout: BROWSER_TEST_MS,
          fileParallelism: false,
        },
      },
    ],
  },
});
