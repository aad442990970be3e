import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { browserOfTheHouse, Desk, hasBrowser } from './pages/desk.ts';
import { violationsOn } from './pages/violations.ts';

const PAGES = [
  ['the quiet page', '/check'],
  ['an answer', '/check?q=4-AP&on=2022-09-01'],
  ['an answer with a table', '/check?q=fentanyl&on=2022-09-01&view=table'],
  ['a proof', '/check?q=1-boc-4-AP&on=2022-09-01&open=US'],
  ['candidates', '/check?q=2933.39&on=2022-09-01'],
  ['what was not read', '/check?q=xyzzy-nothing&on=2022-09-01'],
  ['several answers', '/check?q=4-AP%0Afentanyl%0Axyzzy-nothing&on=2022-09-01'],
  ['a day that does not exist', '/check?q=4-AP&on=2022-02-30'],
  ['Law', '/law?on=2022-09-01'],
  ['coverage', '/law?on=2022-09-01&open=CN'],
  ['an instrument', '/law/us-21-cfr-1310?on=2022-09-01'],
] as const;

/** One page of each layout, for the sweeps over schemes, widths and languages. */
const LAYOUTS = PAGES.filter((_, index) => [0, 2, 3, 6, 8, 10].includes(index));

const PHONE = {
  viewport: { width: 360, height: 740 },
  isMobile: true,
  hasTouch: true,
  reducedMotion: 'reduce',
} as const;

describe.skipIf(!hasBrowser)('Accessibility', () => {
  let browser: Browser;
  let desk: Desk;

  beforeAll(async () => {
    browser = await browserOfTheHouse();
  });

  afterEach(async () => {
    await desk.close();
  });

  afterAll(async () => {
    await browser.close();
  });

  test.each(PAGES)('axe finds nothing on %s', async (_, address) => {
    desk = await Desk.open(browser, address, { reducedMotion: 'reduce' });
    await settled(desk);
    expect(await violationsOn(desk.page)).toEqual([]);
  });

  test('nor in the dark scheme', async () => {
    desk = await Desk.open(browser, '/check', { colorScheme: 'dark', reducedMotion: 'reduce' });
    for (const [name, address] of LAYOUTS) {
      await desk.goTo(address);
      await settled(desk);
      expect(await violationsOn(desk.page, ['color-contrast']), name).toEqual([]);
    }
  });

  test.each(['en', 'zh', 'es'])('nothing reaches beyond a phone (%s)', async (lang) => {
    desk = await Desk.open(browser, '/check', PHONE);
    for (const [name, address] of LAYOUTS) {
      await desk.goTo(`${address}${address.includes('?') ? '&' : '?'}lang=${lang}`);
      await settled(desk);
      expect(await desk.fitsSideways(), name).toBe(true);
    }
  });

  test('axe finds nothing on a phone', async () => {
    desk = await Desk.open(browser, '/check', PHONE);
    for (const [name, address] of LAYOUTS) {
      await desk.goTo(address);
      await settled(desk);
      expect(await violationsOn(desk.page), name).toEqual([]);
    }
  });

  test('the day sheet and the help are clean too', async () => {
    desk = await Desk.open(browser, '/check?q=4-AP&on=2022-09-01', { reducedMotion: 'reduce' });
    await settled(desk);
    await desk.page.getByRole('button', { name: /Change the day/ }).click();
    await desk.page.getByLabel('Law in force on').first().waitFor();
    expect(await violationsOn(desk.page)).toEqual([]);
    await desk.page.keyboard.press('Escape');
    await desk.page.locator('.page-head h1').click();
    await desk.page.keyboard.press('?');
    await desk.page.getByRole('dialog', { name: 'Keyboard' }).waitFor();
    expect(await violationsOn(desk.page)).toEqual([]);
  });
});

async function settled({ page }: Desk): Promise<void> {
  await page.waitForFunction(() => document.querySelector('.waiting') === null);
}
