import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { browserOfTheHouse, Desk, hasBrowser } from './pages/desk.ts';
import { ScreenPage } from './pages/screen-page.ts';
import { violationsOn } from './pages/violations.ts';

/** A run takes a while on a small machine. */
const RUN = { timeout: 30_000 };

/** Published names, numbers and structures, ordinary goods between them, and what cannot be read. */
const LIST = `No.,Description,CAS,HS,Quantity,SMILES
1,Propionyl chloride,79-03-8,2915.90,25 kg,CCC(=O)Cl
2,4-Anilinopiperidine,23056-29-3,2933.39,500 g,
3,Paracetamol tablets 500 mg,103-90-2,3004.90,1000 pcs,CC(=O)Nc1ccc(O)cc1
4,Fentanyl citrate,990-73-8,2933.33,5 g,
5,Tablet press,,8479.89,1 pc,
6,Table salt,7647-14-4,2501.00,1 t,[Na+].[Cl-]
7,,,,,C1CC(
8,,,,,CC(=O)N(c1ccccc1F)C1CCN(CCc2ccccc2)CC1
`;

/** Everyday molecules, over and over: a file that takes a while. */
const LONG = Array.from(
  { length: 60_000 },
  (_, index) => `${['CCO', 'CC(C)=O', 'c1ccccc1O', 'CC(=O)O'][index % 4] ?? 'C'} M${String(index)}`,
).join('\n');

describe.skipIf(!hasBrowser)('Screen', () => {
  let browser: Browser;
  let desk: Desk;
  let screen: ScreenPage;

  const open = async (address: string, options = {}): Promise<void> => {
    desk = await Desk.open(browser, address, options);
    screen = new ScreenPage(desk);
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

  test('a dropped file makes no request at all, and is screened with the network off', async () => {
    await open('/screen?on=2026-11-22');
    await desk.warm();
    // The workers' own requests are seen here: without them the silence below would prove nothing.
    const loaded = desk.requests.map(({ url }) => new URL(url).pathname);
    for (const part of [/reading-worker/, /screening-worker/, /\.wasm$/, /^\/law\.json$/]) {
      expect(
        loaded.some((path) => part.test(path)),
        String(part),
      ).toBe(true);
    }
    await desk.page.context().setOffline(true);
    const before = desk.requests.length;

    await screen.screen('stock.csv', LIST);
    expect(await screen.count('controlled')).toBeGreaterThanOrEqual(5);
    const drawer = await screen.open(0);
    await drawer.locator('.status-row[data-jurisdiction="US"]').getByRole('link').first().click();
    await drawer.getByText('Words of the law').or(drawer.getByText('Source')).first().waitFor();
    await desk.page.keyboard.press('Escape');
    await desk.page.keyboard.press('Escape');
    await drawer.waitFor({ state: 'detached' });
    expect((await screen.saved('csv')).length).toBeGreaterThan(200);
    await desk.page.getByLabel('Language').selectOption('zh');
    await desk.page.getByRole('heading', { name: /哪些受管制/ }).waitFor();

    expect(desk.requests.slice(before)).toEqual([]);
  });

  test('says what it is for, and screens its own sample', async () => {
    await open('/screen?on=2026-11-22');
    expect(await desk.heading()).toBe('Which goods on a list are controlled?');
    expect(await desk.page.locator('.drop-zone').innerText()).toContain('stays on this machine');
    await desk.page.getByRole('button', { name: 'Try a short sample' }).click();
    await screen.start.click();
    await screen.done();
    expect(await screen.count('controlled')).toBeGreaterThanOrEqual(6);
  });

  test('finds the columns, and a column changed by hand counts', async () => {
    await open('/screen?on=2026-11-22');
    await screen.drop('stock.csv', LIST);
    await screen.start.waitFor();
    const role = (name: string) => desk.page.locator(`select[data-role="${name}"]`);
    expect(await role('structure').inputValue()).toBe('SMILES');
    expect(await role('cas').inputValue()).toBe('CAS');
    expect(await role('hs').inputValue()).toBe('HS');
    expect(await role('quantity').inputValue()).toBe('Quantity');
    for (const name of ['structure', 'cas', 'hs', 'description', 'name']) await role(name).selectOption('');
    expect(await screen.start.isDisabled()).toBe(true);
    expect(await desk.page.locator('main').innerText()).toContain('No column was found that names goods');
    await role('cas').selectOption('CAS');
    await screen.start.click();
    await screen.done();
    const byNumberAlone = await screen.count('controlled');
    expect(byNumberAlone).toBe(3);
    await desk.page.getByRole('button', { name: 'Change columns' }).click();
    await role('description').selectOption('Description');
    await desk.page.getByRole('dialog').getByRole('button', { name: 'Screen again' }).click();
    await expect.poll(() => screen.count('controlled'), RUN).toBeGreaterThan(byNumberAlone);
  });

  test('every line is there in its order, with what could not be read among them', async () => {
    await open('/screen?on=2026-11-22');
    await screen.screen('stock.csv', LIST);
    expect(await screen.shown()).toBe('8 lines shown');
    const numbers = await screen.rows.locator('[data-column="row"]').allInnerTexts();
    expect(numbers).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
    const verdicts = await screen.rows.locator('[data-column="verdict"]').allInnerTexts();
    expect(verdicts[6]).toMatch(/Not read|Unknown/);
    expect(verdicts[2]).toBe('Not controlled in this scope');
    expect(await screen.row(7).innerText()).toContain('member of a class');
  });

  test('filters by answer, jurisdiction, basis and text, all of it in the address', async () => {
    await open('/screen?on=2026-11-22');
    await screen.screen('stock.csv', LIST);
    const controlled = await screen.count('controlled');
    await desk.page.locator('[data-verdict="controlled"]').click();
    await expect.poll(() => screen.shown(), RUN).toBe(`${String(controlled)} of 8 lines shown`);
    await screen.chip('class').click();
    await expect.poll(() => screen.shown(), RUN).toBe('1 of 8 lines shown');
    await screen.chip('US').click();
    await expect.poll(() => screen.shown(), RUN).toBe('1 of 8 lines shown');
    expect(desk.address.get('verdict')).toBe('controlled');
    expect(desk.address.get('basis')).toBe('class');
    expect(desk.address.get('places')).toBe('US');
    await desk.page.getByRole('button', { name: 'Clear filters' }).click();
    await expect.poll(() => screen.shown(), RUN).toBe('8 lines shown');
    await desk.page.getByRole('searchbox', { name: 'Filter by text' }).fill('fentanyl');
    await expect.poll(() => screen.shown(), RUN).toBe('1 of 8 lines shown');
    expect(await screen.rows.first().innerText()).toContain('Fentanyl');
  });

  test('a class member opens to its drawing with clauses, and to the proof of a jurisdiction', async () => {
    await open('/screen?on=2026-11-22');
    await screen.screen('stock.csv', LIST);
    const drawer = await screen.open(7);
    await drawer.locator('.zone-legend').waitFor();
    expect(await drawer.locator('.zone-legend').innerText()).toMatch(/aromatic ring on the amide nitrogen/);
    expect(await drawer.locator('svg.structure .structure-clause').count()).toBeGreaterThanOrEqual(2);
    const states = await drawer.locator('.status-row[data-jurisdiction="US"]').innerText();
    expect(states).toContain('member of the class, clauses (D) and (E)');
    await drawer.locator('.status-row[data-jurisdiction="US"]').getByRole('link').first().click();
    await desk.page.getByRole('dialog').getByText('United States: Controlled').waitFor();
    expect(await desk.page.getByRole('dialog').innerText()).toContain('structurally related to fentanyl');
    expect(desk.address.get('row')).toBe('8');
    // Esc leads back to the line, and from there to the table.
    await desk.page.keyboard.press('Escape');
    await desk.page
      .getByRole('dialog')
      .getByRole('heading', { name: /Line 8/ })
      .waitFor();
    await desk.page.keyboard.press('ArrowLeft');
    await desk.page
      .getByRole('dialog')
      .getByRole('heading', { name: /Line 7/ })
      .waitFor();
    expect(await desk.page.getByRole('dialog').innerText()).toContain(
      'That does not mean that it is not controlled',
    );
    await desk.page.keyboard.press('Escape');
    await desk.page.getByRole('dialog').waitFor({ state: 'detached' });
  });

  test('what does not belong together stands in a tab of its own', async () => {
    await open('/screen?on=2026-11-22');
    await screen.screen('stock.csv', LIST);
    await desk.page.getByRole('tab', { name: /Problems/ }).click();
    await screen.row(0).waitFor();
    const text = await desk.page.locator('.windowed-rows').innerText();
    expect(text).toContain('7647-14-5');
    await desk.page.getByRole('combobox', { name: 'Problem' }).selectOption('cas-check-digit');
    await expect.poll(() => screen.rows.count(), RUN).toBe(1);
  });

  test('saves CSV, Excel, NDJSON and JSON; NDJSON has every line as it is', async () => {
    await open('/screen?on=2026-11-22');
    await screen.screen('stock.csv', LIST);
    const lines = (await screen.saved('ndjson')).toString().trim().split('\n');
    const rows = lines.map((line) => JSON.parse(line) as { row: number; input: object; verdict: string });
    expect(rows.map(({ row }) => row)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(rows[3]).toMatchObject({ verdict: 'controlled', input: { CAS: '990-73-8', Quantity: '5 g' } });
    const json = JSON.parse((await screen.saved('json')).toString()) as { record: object; rows: object[] };
    expect(json.record).toMatchObject({ on: '2026-11-22', columns: { cas: 'CAS' } });
    expect(json.rows).toHaveLength(8);
    const csv = (await screen.saved('csv')).toString();
    expect(csv.split('\r\n').filter((line) => line !== '')).toHaveLength(9);
    expect((await screen.saved('xlsx')).subarray(0, 2).toString()).toBe('PK');
    await desk.page.locator('[data-verdict="not-controlled"]').click();
    await expect.poll(() => screen.shown(), RUN).toMatch(/ of 8 lines shown/);
    await desk.page.getByRole('button', { name: 'Save' }).click();
    await desk.page.getByRole('radio', { name: /shown/ }).check();
    await desk.page.keyboard.press('Escape');
  });

  test('another day is said to be another question; the comparison shows only what has changed', async () => {
    await open('/screen?on=2017-06-01');
    await screen.screen('stock.csv', LIST);
    const before = await screen.saved('ndjson');
    await desk.page.evaluate(() => {
      location.hash = location.hash.replace('2017-06-01', '2026-11-22');
    });
    await desk.page.getByText('These answers are for 1 June 2017').waitFor();
    await desk.page.getByRole('button', { name: 'Screen again' }).click();
    await expect.poll(() => desk.state(), RUN).toContain('22 November 2026');
    await screen.compareWith('before.ndjson', before);
    await desk.page.getByRole('tab', { name: /Differences/, selected: true }).waitFor();
    const numbers = await screen.rows.locator('[data-column="row"]').allInnerTexts();
    // 4-AP came under control after 2017, the class after that; the medicine and the salt are as they were.
    expect(numbers).toEqual(expect.arrayContaining(['2', '8']));
    expect(numbers).not.toContain('3');
    expect(numbers).not.toContain('6');
    await desk.page.getByRole('button', { name: 'End the comparison' }).click();
    await screen.compareWith('no-result.json', Buffer.from('{"a": 1}\n'));
    await desk.page.getByRole('alert').waitFor();
    expect(await desk.page.getByRole('alert').innerText()).toContain('could not be compared');
  });

  test('a long run pauses, goes on while the page is left, and stops where it is told to', async () => {
    await open('/screen?on=2026-11-22');
    await screen.drop('long.smi', LONG);
    await screen.start.click();
    await expect.poll(() => screen.count('not-controlled'), { timeout: 60_000 }).toBeGreaterThan(0);
    await desk.page.getByRole('button', { name: 'Pause' }).click();
    await desk.page.getByText(/Paused after/).waitFor();
    await desk.page.waitForTimeout(1_500);
    const held = await screen.count('not-controlled');
    await desk.page.waitForTimeout(700);
    expect(await screen.count('not-controlled')).toBe(held);
    await desk.page.getByRole('button', { name: 'Go on' }).click();
    await desk.page.getByRole('link', { name: 'Check', exact: true }).click();
    await desk.page.getByRole('heading', { name: 'Is it controlled?' }).waitFor();
    await desk.page.waitForTimeout(1_500);
    await desk.page.getByRole('link', { name: /^Screen/ }).click();
    await expect.poll(() => screen.count('not-controlled'), RUN).toBeGreaterThan(held);
    const stop = desk.page.getByRole('button', { name: 'Stop here' });
    if (await stop.isVisible()) {
      await stop.click();
      await desk.page
        .getByText(/The rest of the file has not been screened|60,000 lines on/)
        .first()
        .waitFor();
    }
  });

  test('a long table holds only the rows in sight, and the keyboard reaches the last one', async () => {
    await open('/screen?on=2026-11-22');
    await screen.drop('long.smi', LONG);
    await screen.start.click();
    await desk.page.locator('.page-state').waitFor({ timeout: 100_000 });
    expect(await screen.shown()).toBe('60,000 lines shown');
    expect(await desk.page.locator('.windowed').getAttribute('aria-rowcount')).toBe('60001');
    expect(await desk.page.locator('.windowed-rows [role="row"]').count()).toBeLessThan(60);
    await screen.row(0).getByRole('link').focus();
    await desk.page.keyboard.press('ArrowDown');
    await desk.page.keyboard.press('End');
    await screen.row(59_999).getByRole('link').waitFor();
    await expect
      .poll(() => desk.page.evaluate(() => document.activeElement?.textContent), { timeout: 10_000 })
      .toBe('60,000');
    await desk.page.getByRole('searchbox', { name: 'Filter by text' }).fill('M59999');
    await expect.poll(() => screen.shown(), { timeout: 10_000 }).toBe('1 of 60,000 lines shown');
    expect(await screen.rows.first().innerText()).toContain('60,000');
  });

  test.each([
    ['nothing.csv', ''],
    ['picture.csv', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 0])],
  ])('a file that is no list is told, and what to do: %s', async (name, content) => {
    await open('/screen?on=2026-11-22');
    await screen.drop(name, content);
    const alert = desk.page.getByRole('alert');
    await alert.waitFor();
    expect(await alert.innerText()).toContain('could not be opened');
    expect(await alert.innerText()).toMatch(/file-[a-z-]+/);
    expect(await desk.page.locator('.drop-zone').count()).toBe(1);
  });

  test('a pasted list is screened as a file is', async () => {
    await open('/screen?on=2026-11-22');
    await desk.page.getByRole('button', { name: 'Paste a list' }).click();
    await desk.page
      .getByRole('textbox', { name: /One line each/ })
      .fill('name\nfentanyl\nparacetamol\n4-AP\n');
    await desk.page.getByRole('button', { name: 'Open this list' }).click();
    await screen.start.click();
    await screen.done();
    expect(await screen.count('controlled')).toBeGreaterThanOrEqual(1);
    expect(await screen.shown()).toBe('3 lines shown');
  });

  test('prints a dated sheet with the lines to look at', async () => {
    await open('/screen?on=2026-11-22');
    await screen.screen('stock.csv', LIST);
    await desk.page.emulateMedia({ media: 'print' });
    const sheet = desk.page.locator('.sheet');
    await sheet.locator('tbody tr').first().waitFor();
    const text = await sheet.innerText();
    expect(text).toContain('Printed on');
    expect(text).toMatch(/sha256:[0-9a-f]{64}/);
    expect(text).toContain('Fentanyl');
    expect(text).not.toContain('Paracetamol');
    expect(await desk.page.locator('.tally').isVisible()).toBe(false);
  });

  test.each(['light', 'dark'] as const)(
    'axe finds nothing on any of its states (%s)',
    async (colorScheme) => {
      await open('/screen?on=2026-11-22', { colorScheme, reducedMotion: 'reduce' });
      expect(await violationsOn(desk.page), 'empty').toEqual([]);
      await desk.page.getByRole('button', { name: 'Paste a list' }).click();
      expect(await violationsOn(desk.page), 'pasting').toEqual([]);
      await screen.drop('stock.csv', LIST);
      await screen.start.waitFor();
      expect(await violationsOn(desk.page), 'opened').toEqual([]);
      await screen.start.click();
      await screen.done();
      await screen.row(0).getByRole('link').waitFor();
      await desk.page.locator('[data-verdict="controlled"]').click();
      expect(await violationsOn(desk.page), 'answered').toEqual([]);
      await screen.open(0);
      await desk.page.locator('dialog .status-row').first().waitFor();
      expect(await violationsOn(desk.page), 'a line').toEqual([]);
      await desk.page.keyboard.press('Escape');
      await desk.page.getByRole('tab', { name: /Problems/ }).click();
      await screen.shown();
      expect(await violationsOn(desk.page), 'problems').toEqual([]);
    },
  );

  test.each(['en', 'zh', 'es'])('nothing reaches beyond a phone (%s)', async (lang) => {
    await open(`/screen?on=2026-11-22&lang=${lang}`, {
      viewport: { width: 360, height: 740 },
      isMobile: true,
      hasTouch: true,
      reducedMotion: 'reduce',
    });
    expect(await desk.fitsSideways(), 'empty').toBe(true);
    await screen.drop('stock.csv', LIST);
    await desk.page.locator('select[data-role="cas"]').waitFor();
    expect(await desk.fitsSideways(), 'opened').toBe(true);
    await desk.page.locator('.opened-steps .button').click();
    await screen.done();
    await screen.row(0).getByRole('link').waitFor();
    expect(await desk.fitsSideways(), 'answered').toBe(true);
    expect(await violationsOn(desk.page), 'answered').toEqual([]);
    await screen.open(0);
    expect(await desk.fitsSideways(), 'a line').toBe(true);
  });

  test.each([
    ['zh', '清单上哪些货物受管制？', '筛查清单', '受管制'],
    ['es', '¿Qué mercancías de una lista están fiscalizadas?', 'Examinar la lista', 'Fiscalizado'],
  ])('speaks %s', async (lang, title, start, controlled) => {
    await open(`/screen?on=2026-11-22&lang=${lang}`);
    expect(await desk.heading()).toBe(title);
    await screen.drop('stock.csv', LIST);
    await desk.page.getByRole('button', { name: start }).click();
    await screen.done();
    expect(await screen.row(0).innerText()).toContain(controlled);
  });
});
