import { serveNode } from '@custody/server';
import { chromium, type Browser } from 'playwright-core';
import { CHROMIUM_FLAGS, findChromium } from '../browser/chromium.ts';
import { figure, reaches, type Figure } from './measure.ts';
import { publicStructures } from './public-structures.ts';

/** What the page promises for a catalogue of structures: on one core, whatever else the machine does meanwhile. */
const STRUCTURES_PER_SECOND_MIN = 5_000;
const WARM_MS = 120_000;
const RUN_MS = 600_000;

/**
 * Screening of the public structures in the desk, as a person does it: the gzipped file is chosen, and every line is
 * answered by the workers of the page. Time from the start of the run to the last answer on the page; opening the file is
 * not in it. Nothing where the file, Chromium or the built desk is not there.
 */
export async function browserScreening(): Promise<readonly Figure[]> {
  const path = publicStructures();
  const executablePath = findChromium();
  if (path === null || executablePath === null) {
    const what = path === null ? 'The file of public structures' : 'Chromium';
    process.stderr.write(`${what} is not there: screening in the browser is not measured.\n`);
    return [];
  }
  const node = await serveNode({ port: 0, host: '127.0.0.1' });
  try {
    if (!node.hasDesk) {
      process.stderr.write('The desk is not built: screening in the browser is not measured.\n');
      return [];
    }
    process.stderr.write('screening: in the browser\n');
    const { rows, seconds, processorSeconds } = await screenInPage(node.url, executablePath, path);
    const name = `structures screened in the browser, ${rows} lines`;
    return [
      reaches(
        figure(`${name}, a second of processor time`, 'per second', [rows / processorSeconds]),
        STRUCTURES_PER_SECOND_MIN,
      ),
      figure(`${name}, by the clock`, 'per second', [rows / seconds]),
    ];
  } finally {
    await node.stop();
  }
}

interface BrowserRun {
  readonly rows: number;
  readonly seconds: number;
  /** Of all processes of the browser, the page that shows the run included. */
  readonly processorSeconds: number;
}

async function screenInPage(url: string, executablePath: string, path: string): Promise<BrowserRun> {
  const browser = await chromium.launch({ executablePath, args: [...CHROMIUM_FLAGS] });
  try {
    const page = await browser.newPage({ locale: 'en-GB' });
    await page.goto(`${url}/#/screen?on=2026-11-22&lang=en`);
    await page.waitForSelector('html[data-warm]', { state: 'attached', timeout: WARM_MS });
    await page.locator('input[type="file"]').first().setInputFiles(path);
    const start = page.getByRole('button', { name: 'Screen the list' });
    await start.waitFor({ timeout: WARM_MS });
    const used = await processorSeconds(browser);
    const from = performance.now();
    await start.click();
    // The sentence of the result stands there when the whole file is answered.
    await page.locator('.page-state').waitFor({ timeout: RUN_MS });
    const seconds = (performance.now() - from) / 1000;
    const processor = (await processorSeconds(browser)) - used;
    const counts = await page.locator('.tally-number').allInnerTexts();
    const rows = counts.reduce((sum, text) => sum + Number(text.replaceAll(/\D/g, '')), 0);
    return { rows, seconds, processorSeconds: processor };
  } finally {
    await browser.close();
  }
}

/** Processor time that the browser has used so far, all its processes together. */
async function processorSeconds(browser: Browser): Promise<number> {
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  await session.detach();
  return processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}
