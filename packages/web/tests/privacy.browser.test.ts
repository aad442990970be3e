import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, inject, test } from 'vitest';
import { CheckPage } from './pages/check-page.ts';
import { browserOfTheHouse, Desk, hasBrowser } from './pages/desk.ts';

describe.skipIf(!hasBrowser)('Privacy', () => {
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

  test('after it has loaded, nothing that is asked makes any request at all', async () => {
    desk = await Desk.open(browser, '/check?on=2022-09-01');
    await desk.warm();
    // The engine's own requests are seen here: without them the silence below would prove nothing.
    expect(desk.requests.map(({ url }) => new URL(url).pathname)).toContain('/law.json');
    expect(desk.requests.some(({ url }) => url.endsWith('.wasm'))).toBe(true);
    const loaded = desk.requests.length;
    const check = new CheckPage(desk);

    await desk.ask('4-AP');
    await check.row('US').waitFor();
    await (await check.openProof('US')).waitFor();
    await desk.page.keyboard.press('Escape');
    await desk.ask('O=C(OC(C)(C)C)N1CCC(Nc2ccccc2)CC1');
    await check.structure.waitFor();
    await desk.ask('芬太尼\nβ-hydroxyfentanyl\nцитрат фентанила\n1609-66-1');
    await desk.page.getByRole('heading', { name: '4 lines' }).waitFor();
    await desk.page.getByLabel('Language').selectOption('zh');
    await desk.page.getByRole('heading', { name: '4 行' }).waitFor();
    await desk.page.getByRole('link', { name: '法规' }).click();
    await desk.page.locator('.data-table tbody tr a').first().click();
    await desk.page.locator('.data-table tbody tr').first().waitFor();

    expect(desk.requests.slice(loaded)).toEqual([]);
  });

  test('not even loading the page anew tells what it asks', async () => {
    desk = await Desk.open(browser, '/check?q=carfentanil&on=2022-09-01');
    await new CheckPage(desk).row('US').waitFor();
    await desk.page.reload();
    await new CheckPage(desk).row('US').waitFor();
    for (const { url, body } of desk.requests) {
      expect(new URL(url).origin).toBe(new URL(inject('deskUrl')).origin);
      expect(`${new URL(url).pathname}${new URL(url).search} ${body ?? ''}`.toLowerCase()).not.toContain(
        'carfent',
      );
    }
  });

  test('a desk without its law answers nothing, and says what to do', async () => {
    const context = await browser.newContext();
    await context.route('**/law.json', (route) => route.fulfill({ status: 503, body: '' }));
    const page = await context.newPage();
    await page.goto(`${inject('deskUrl')}/#/check?q=4-AP&on=2022-09-01`);
    const alert = page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toContain('law-refused');
    expect(await page.locator('.status-row').count()).toBe(0);
    await context.unroute('**/law.json');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.locator('.status-row').first().waitFor();
    await context.close();
    desk = await Desk.open(browser, '/check');
  });
});
