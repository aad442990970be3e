import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { browserOfTheHouse, Desk, hasBrowser } from './pages/desk.ts';
import { savedBy } from './pages/saved.ts';

describe.skipIf(!hasBrowser)('Law', () => {
  let browser: Browser;
  let desk: Desk;

  beforeAll(async () => {
    browser = await browserOfTheHouse();
  });

  afterEach(async () => {
    expect(desk.faults).toEqual([]);
    await desk.close();
  });

  afterAll(async () => {
    await browser.close();
  });

  test('says how completely each jurisdiction is compiled, in the words of an answer', async () => {
    desk = await Desk.open(browser, '/law');
    await desk.page.getByRole('link', { name: 'Coverage: European Union' }).click();
    const drawer = desk.page.getByRole('dialog');
    await drawer.waitFor();
    expect(await drawer.innerText()).toContain('this jurisdiction does not regulate this kind');
    expect(await drawer.innerText()).toMatch(/sha256:[0-9a-f]{64}/);
    await desk.page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
  });

  test('filters and sorts instruments, and an address keeps both', async () => {
    desk = await Desk.open(browser, '/law');
    const rows = desk.page.locator('.data-table tbody tr');
    await rows.first().waitFor();
    const all = await rows.count();
    await desk.page.getByRole('searchbox', { name: 'Filter instruments' }).fill('1310');
    await expect.poll(() => rows.count()).toBeLessThan(all);
    expect(await rows.first().innerText()).toContain('1310');
    await desk.page.getByRole('searchbox').fill('');
    await desk.page.getByRole('button', { name: 'Entries' }).click();
    await desk.page.getByRole('button', { name: 'Entries' }).click();
    await expect.poll(() => desk.address.get('sort')).toBe('-entries');
    const counts = await rows.locator('td[data-head="Entries"]').allInnerTexts();
    const numbers = counts.map((text) => Number(text.replaceAll(/\D/g, '')));
    expect(numbers).toEqual([...numbers].sort((a, b) => b - a));
  });

  test('opens an instrument to its entries, and an entry to Check on the same day', async () => {
    desk = await Desk.open(browser, '/law?on=2022-09-01&filter=1310.02');
    await desk.page.locator('.data-table tbody tr a').first().click();
    await desk.page.getByRole('searchbox', { name: 'Filter entries' }).fill('anilinopiperidine');
    const link = desk.page
      .locator('.data-table tbody')
      .getByRole('link', { name: '4-Anilinopiperidine', exact: true });
    await link.click();
    await desk.page.locator('.status-row[data-jurisdiction="US"]').waitFor();
    expect(desk.address.get('on')).toBe('2022-09-01');
    expect(await desk.heading()).toContain('4-Anilinopiperidine');
  });

  test('takes the entries away as CSV, as shown', async () => {
    desk = await Desk.open(browser, '/law/us-21-cfr-1310?on=2022-09-01');
    const rows = desk.page.locator('.data-table tbody tr');
    await rows.first().waitFor();
    const lines = (await savedBy(desk.page, 'CSV')).trim().split('\r\n');
    expect(lines).toHaveLength((await rows.count()) + 1);
  });

  test('an instrument that is not there is said not to be', async () => {
    desk = await Desk.open(browser, '/law/no-such-thing');
    expect(await desk.page.getByRole('alert').innerText()).toContain('no-such-thing');
  });
});
