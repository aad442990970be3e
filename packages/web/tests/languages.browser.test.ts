import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { CheckPage } from './pages/check-page.ts';
import { browserOfTheHouse, Desk, hasBrowser } from './pages/desk.ts';

describe.skipIf(!hasBrowser)('Languages', () => {
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

  test.each([
    ['zh', 'zh-Hans', '受管制', '在此范围内不受管制', '2022年9月1日'],
    ['es', 'es', 'Fiscalizado', 'No fiscalizado en este ámbito', '1 de septiembre de 2022'],
  ])('the answer in %s', async (language, tag, controlled, notControlled, date) => {
    desk = await Desk.open(browser, `/check?q=4-AP&on=2022-09-01&lang=${language}`);
    const check = new CheckPage(desk);
    await check.row('US').waitFor();
    expect(await check.status('US')).toBe(controlled);
    expect(await check.status('CN')).toBe(notControlled);
    expect(await desk.state()).toContain(date);
    expect(await desk.page.locator('html').getAttribute('lang')).toBe(tag);
    const proof = await check.openProof('CN');
    expect(await proof.locator('.tree > li > p > [lang]').getAttribute('lang')).toBe(tag);
    // What is kept in English only is marked as English.
    expect(await proof.locator('[lang="en"]').count()).toBeGreaterThan(0);
  });

  test('is chosen on the page, stays in the address and is remembered', async () => {
    desk = await Desk.open(browser, '/check');
    await desk.page.getByLabel('Language').selectOption('es');
    await desk.page.getByRole('heading', { name: '¿Está fiscalizado?' }).waitFor();
    expect(desk.address.get('lang')).toBe('es');
    await desk.goTo('/law');
    await desk.page.reload();
    await desk.page.getByRole('heading', { name: '¿Qué normas están compiladas aquí?' }).waitFor();
  });

  test('a Chinese name asks as well as an English one', async () => {
    desk = await Desk.open(browser, '/check?lang=zh&on=2022-09-01');
    await desk.ask('芬太尼');
    await new CheckPage(desk).row('UN').waitFor();
    expect(await desk.heading()).toContain('芬太尼');
  });
});
