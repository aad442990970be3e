import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { CheckPage } from './pages/check-page.ts';
import { browserOfTheHouse, Desk, hasBrowser } from './pages/desk.ts';
import { savedBy } from './pages/saved.ts';

describe.skipIf(!hasBrowser)('Check', () => {
  let browser: Browser;
  let desk: Desk;
  let check: CheckPage;

  const open = async (address: string, options = {}): Promise<void> => {
    desk = await Desk.open(browser, address, options);
    check = new CheckPage(desk);
  };

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

  test('is a quiet page with a field and three examples, each of which answers', async () => {
    await open('/check');
    expect(await desk.heading()).toBe('Is it controlled?');
    expect(await desk.page.locator('.example').count()).toBe(3);
    await desk.page.locator('.example').first().click();
    await check.row('US').waitFor();
    expect(desk.address.get('q')).toBe('4-AP');
  });

  test('answers a name for a day: 4-AP on 1 September 2022', async () => {
    await open('/check?on=2022-09-01');
    await desk.ask('4-AP');
    await check.row('US').waitFor();
    expect(await check.status('US')).toBe('Controlled');
    for (const place of ['CN', 'EU', 'UN']) {
      expect(await check.status(place)).toBe('Not controlled in this scope');
    }
    expect(await desk.heading()).toMatch(/4-Anilinopiperidine/);
    expect(await desk.state()).toContain('on 1 September 2022');
    const row = await check.row('US').innerText();
    expect(row).toContain('List I');
    expect(row).toContain('since 15 May 2020');
    expect(await check.row('CN').innerText()).toContain('No entry for the goods applies on 1 September 2022');
  });

  test('an address shows a colleague the same, and an asked address names its day', async () => {
    await open('/check?q=4-AP');
    await check.row('US').waitFor();
    expect(desk.address.get('on')).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    await desk.goTo('/check?q=4-AP&on=2024-09-01&open=CN');
    const proof = await check.proof();
    expect(await proof.innerText()).toContain('China: Controlled');
  });

  test('the day moves the answer, from the chip and from the timeline', async () => {
    await open('/check?q=4-AP&on=2022-09-01');
    await desk.page.getByRole('button', { name: /Change the day/ }).click();
    await desk.page.getByLabel('Law in force on').first().fill('2024/9/1');
    await desk.page.getByRole('button', { name: 'Apply' }).click();
    await check.row('CN').getByText('Controlled', { exact: true }).waitFor();
    expect(desk.address.get('on')).toBe('2024-09-01');
    await check.slider.focus();
    await desk.page.keyboard.press('ArrowLeft');
    await check.row('CN').getByText('Not controlled in this scope').waitFor();
    expect(desk.address.get('on')).toBe('2024-08-31');
    await desk.page.keyboard.press(']');
    await expect.poll(() => desk.address.get('on')).toBe('2024-09-01');
  });

  test('dragging the day on the timeline moves it too', async () => {
    await open('/check?q=4-AP&on=2022-09-01');
    const chart = desk.page.locator('.timeline-chart');
    await chart.scrollIntoViewIfNeeded();
    const box = await chart.boundingBox();
    if (box === null) throw new Error('The chart is not on the page.');
    await desk.page.mouse.move(box.x + box.width * 0.5, box.y + 60);
    await desk.page.mouse.down();
    await desk.page.mouse.move(box.x + box.width * 0.9, box.y + 60, { steps: 6 });
    await desk.page.mouse.up();
    await expect.poll(() => (desk.address.get('on') ?? '') > '2024-01-01').toBe(true);
  });

  test('a day that does not exist gets no answer', async () => {
    await open('/check?q=4-AP&on=2022-02-30');
    const alert = await desk.page.getByRole('alert').innerText();
    expect(alert).toContain('2022-02-30');
    expect(await desk.page.locator('.status-row').count()).toBe(0);
  });

  test('what had been published by a day: announced, and not yet known', async () => {
    await open('/check?q=propionyl%20chloride&on=2026-03-20&in=US');
    await check.row('US').waitFor();
    expect(await check.status('US')).toBe('Not controlled in this scope');
    expect(await check.row('US').innerText()).toContain('Announced: List I');
    expect(await desk.state()).toContain('announced');
    await desk.goTo('/check?q=propionyl%20chloride&on=2026-03-20&known=2026-01-01&in=US');
    await expect.poll(() => check.row('US').innerText()).not.toContain('Announced');
  });

  test('the proof opens with why, words, source, duties and digest, and gives the focus back', async () => {
    await open('/check?q=1-boc-4-AP&on=2022-09-01');
    await check.row('US').waitFor();
    const link = check.row('US').getByRole('link').first();
    await link.focus();
    await desk.page.keyboard.press('Enter');
    const proof = await check.proof();
    const words = await proof.innerText();
    for (const part of [
      'Why',
      'its carbamates',
      'Words of the law',
      'Duties',
      'Scope of this answer',
      'sha256:',
    ]) {
      expect(words).toContain(part);
    }
    expect(await proof.locator('a[href^="http"]').first().getAttribute('rel')).toContain('noreferrer');
    await proof.locator('svg.structure').waitFor({ timeout: 60_000 });
    expect(await proof.locator('svg.structure .zone-1').count()).toBeGreaterThan(0);
    expect(await proof.locator('.structure-letter').allTextContents()).toContain('1');
    await desk.page.keyboard.press('ArrowRight');
    await proof.getByRole('heading', { name: /China/ }).waitFor();
    await desk.page.keyboard.press('Escape');
    await proof.waitFor({ state: 'detached' });
    expect(desk.address.get('open')).toBeNull();
    expect(await link.evaluate((element) => element === document.activeElement)).toBe(true);
  });

  test('draws the structure of a SMILES, and says what it is', async () => {
    await open('/check?q=O%3DC(OC(C)(C)C)N1CCC(Nc2ccccc2)CC1&on=2022-09-01');
    await check.structure.waitFor({ timeout: 60_000 });
    expect(await check.structure.locator('path').count()).toBeGreaterThan(10);
    expect(await desk.heading()).toContain('1-boc-4-AP');
    expect(await check.status('US')).toBe('Controlled');
  });

  test('a structure that no list names is asked about as one', async () => {
    await open('/check?q=CCCCCCCC&on=2022-09-01');
    await check.row('US').waitFor();
    expect(await desk.heading()).toBe('Is this structure controlled?');
    expect(await desk.page.getByRole('button', { name: 'Copy SMILES CCCCCCCC' }).count()).toBe(1);
  });

  test('copies a code and the whole answer', async () => {
    await open('/check?q=4-AP&on=2022-09-01', { permissions: ['clipboard-read', 'clipboard-write'] });
    await desk.page.getByRole('button', { name: 'Copy CAS 23056-29-3' }).click();
    expect(await desk.page.evaluate(() => navigator.clipboard.readText())).toBe('23056-29-3');
    await desk.page.getByRole('button', { name: 'Copy as text' }).click();
    await expect
      .poll(() => desk.page.evaluate(() => navigator.clipboard.readText()))
      .toMatch(/United States: Controlled[\s\S]*List I[\s\S]*sha256:[0-9a-f]{64}/);
  });

  test('the keyboard reaches everything: field, rows, help', async () => {
    await open('/check?q=4-AP&on=2022-09-01');
    await check.row('US').waitFor();
    await desk.page.locator('body').press('/');
    expect(await desk.field.evaluate((element) => element === document.activeElement)).toBe(true);
    await desk.page.keyboard.press('Escape');
    await check.row('UN').getByRole('link').first().focus();
    await desk.page.keyboard.press('ArrowDown');
    expect(
      await desk.page.evaluate(() =>
        document.activeElement?.closest('.status-row')?.getAttribute('data-jurisdiction'),
      ),
    ).toBe('US');
    await desk.page.keyboard.press('?');
    const help = desk.page.getByRole('dialog');
    expect(await help.innerText()).toContain('to the field');
    await desk.page.keyboard.press('Escape');
    await help.waitFor({ state: 'detached' });
  });

  test('near misses and shared lines are for a person to choose', async () => {
    await open('/check?q=2933.39&on=2026-11-22');
    await check.candidates.first().waitFor();
    expect(await desk.state()).toContain('A person must choose');
    expect(await desk.page.locator('.status-row').count()).toBe(0);
    const first = check.candidates.first().getByRole('link');
    const name = await first.innerText();
    await first.click();
    await check.row('US').waitFor();
    expect(await desk.heading()).toContain(name);
  });

  test('a wrong check digit is said, with the digit that would fit', async () => {
    await open('/check?q=23056-29-4&on=2022-09-01');
    await desk.page.getByText('23056-29-3').first().waitFor();
    expect(await desk.page.locator('.status-row').count()).toBe(0);
  });

  test.each([
    ['xyzzy-nothing', /not recognised/],
    ['C1CC(', /not recognised|What is/],
    ['@@@', /not recognised/],
  ])('bad input is told, and never reads as clear: %s', async (text, title) => {
    await open('/check?on=2022-09-01');
    await desk.ask(text);
    await expect.poll(() => desk.heading()).toMatch(title);
    expect(await desk.page.locator('main').innerText()).toMatch(/unknown|person must choose/i);
    expect(await desk.page.locator('main').innerText()).not.toContain('Not controlled');
  });

  test('several lines give several answers, in their order, and as CSV', async () => {
    await open('/check?on=2022-09-01');
    await desk.ask('4-AP\nxyzzy-nothing\nfentanyl');
    await desk.page.getByRole('heading', { name: '3 lines' }).waitFor();
    const rows = desk.page.locator('.data-table tbody tr');
    expect(await rows.count()).toBe(3);
    expect(await rows.nth(0).innerText()).toContain('Controlled');
    expect(await rows.nth(1).innerText()).toContain('Unknown');
    const lines = (await savedBy(desk.page, 'CSV')).trim().split('\r\n');
    expect(lines).toHaveLength(4);
    expect(lines[1]).toContain('4-Anilinopiperidine');
  });

  test('the timeline stands as a table behind its tab', async () => {
    await open('/check?q=fentanyl&on=2022-09-01');
    await desk.page.getByRole('tab', { name: 'Table' }).click();
    const table = desk.page.getByRole('table', { name: /Fentanyl/ });
    await table.waitFor();
    expect(await table.innerText()).toContain('Schedule II');
    expect(desk.address.get('view')).toBe('table');
  });

  test('prints a dated sheet: question, verdicts, proofs, digest', async () => {
    await open('/check?q=4-AP&on=2022-09-01');
    await check.row('US').waitFor();
    await desk.page.emulateMedia({ media: 'print' });
    const sheet = await desk.page.locator('.sheet').innerText();
    expect(sheet).toContain('Printed on');
    expect(sheet).toMatch(/United States:\s*Controlled/);
    expect(sheet).toMatch(/sha256:[0-9a-f]{64}/);
    expect(await desk.page.locator('.rail').isVisible()).toBe(false);
  });
});
