import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { browserOfTheHouse, Desk, hasBrowser } from './pages/desk.ts';
import { savedBy } from './pages/saved.ts';
import { violationsOn } from './pages/violations.ts';

const THREE = ['4-anilinopiperidine', '1-boc-4-ap', 'norfentanyl'] as const;
const READY_MS = 60_000;

/** What is seen in a moment on an idle machine, and later on a busy one. */
const eventually = <T>(what: () => T | Promise<T>) => expect.poll(what, { timeout: READY_MS });

describe.skipIf(!hasBrowser)('Law for regulators', () => {
  let browser: Browser;
  let desk: Desk;

  const open = async (address: string, options = {}): Promise<void> => {
    desk = await Desk.open(browser, address, { reducedMotion: 'reduce', ...options });
    await desk.page.waitForFunction(() => document.querySelector('.waiting') === null, null, {
      timeout: READY_MS,
    });
  };
  const cell = (goods: string, place: string) => desk.page.locator(`[data-cell="${goods}@${place}"]`);
  const statusOf = (goods: string, place: string): Promise<string | null> =>
    cell(goods, place).locator('xpath=..').getAttribute('data-status');
  const three = (place: string): Promise<readonly (string | null)[]> =>
    Promise.all(THREE.map((goods) => statusOf(goods, place)));

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

  describe('Gaps', () => {
    test('4-AP, 1-boc-4-AP and norfentanyl: controlled in the US and not in China on 2022-09-01, for so many days', async () => {
      await open('/law/gaps?on=2022-09-01');
      expect(await three('US')).toEqual(['controlled', 'controlled', 'controlled']);
      expect(await three('CN')).toEqual(['not-controlled', 'not-controlled', 'not-controlled']);
      expect(await cell('4-anilinopiperidine', 'CN').innerText()).toContain('839 d');
      expect(await cell('4-anilinopiperidine', 'CN').textContent()).toContain(
        'United States has controlled it for 839 days',
      );
      expect(await desk.state()).toMatch(/On 1 September 2022, \d+ of 107 goods/);
    });

    test('the slider closes the gap on 2024-09-01, from change to change and day by day', async () => {
      await open('/law/gaps?on=2024-08-31');
      expect(await three('CN')).toEqual(['not-controlled', 'not-controlled', 'not-controlled']);
      const slider = desk.page.getByRole('slider', { name: 'Day of the table' });
      await slider.focus();
      await desk.page.keyboard.press('ArrowRight');
      await eventually(() => three('CN')).toEqual(['controlled', 'controlled', 'controlled']);
      await eventually(() => desk.address.get('on')).toBe('2024-09-01');
      expect(await desk.page.locator('.last-change').innerText()).toContain('Norfentanyl: China Controlled');
      await desk.page.keyboard.press('[');
      await eventually(() => three('CN')).toEqual(['not-controlled', 'not-controlled', 'not-controlled']);
      await desk.page.keyboard.press(']');
      await eventually(() => desk.address.get('on')).toBe('2024-09-01');
      await desk.page.keyboard.press('PageDown');
      await eventually(() => desk.address.get('on')).toBe('2023-09-01');
    });

    test('dragging the slider moves the table at once and the address when it rests', async () => {
      await open('/law/gaps?on=2017-06-01');
      const box = await desk.page.getByRole('slider').boundingBox();
      if (box === null) throw new Error('no slider');
      const y = box.y + box.height / 2;
      await desk.page.mouse.move(box.x + box.width * 0.05, y);
      await desk.page.mouse.down();
      await desk.page.mouse.move(box.x + box.width * 0.9, y, { steps: 12 });
      await eventually(() => three('CN')).toEqual(['controlled', 'controlled', 'controlled']);
      await desk.page.mouse.up();
      await eventually(() => (desk.address.get('on') ?? '') > '2025-01-01').toBe(true);
    });

    test('plays over the years, and stops where it is told to', async () => {
      await open('/law/gaps?on=2020-01-01', { reducedMotion: 'no-preference' });
      await desk.page.getByRole('button', { name: 'Play' }).click();
      await desk.page.waitForTimeout(1_500);
      await desk.page.getByRole('button', { name: 'Pause' }).click();
      await eventually(() => (desk.address.get('on') ?? '') > '2020-01-31').toBe(true);
      const on = desk.address.get('on');
      await desk.page.waitForTimeout(400);
      expect(desk.address.get('on')).toBe(on);
    });

    test('a cell opens its proof, and the arrows go from cell to cell', async () => {
      await open('/law/gaps?on=2022-09-01');
      await cell('4-anilinopiperidine', 'UN').focus();
      await desk.page.keyboard.press('ArrowRight');
      await desk.page.keyboard.press('ArrowDown');
      await desk.page.keyboard.press('Enter');
      const proof = desk.page.getByRole('dialog');
      await proof.getByRole('heading', { name: /United States: Controlled/ }).waitFor();
      expect(await proof.innerText()).toContain('its carbamates');
      expect(desk.address.get('cell')).toBe('1-boc-4-ap@US');
      await desk.page.keyboard.press('ArrowRight');
      await proof.getByRole('heading', { name: /China/ }).waitFor();
      await desk.page.keyboard.press('Escape');
      await proof.waitFor({ state: 'detached' });
    });

    test('narrows to what differs, to a name and to what is behind one jurisdiction', async () => {
      await open('/law/gaps?on=2022-09-01');
      const rows = desk.page.locator('.matrix tbody tr:not(.matrix-group)');
      const all = await rows.count();
      await desk.page.getByLabel('Only where jurisdictions differ').check();
      await eventually(() => rows.count()).toBeLessThan(all);
      await desk.page.getByRole('searchbox', { name: 'Filter goods' }).fill('norfent');
      await eventually(() => rows.count()).toBe(1);
      await desk.page.getByRole('searchbox', { name: 'Filter goods' }).fill('xyzzy');
      await desk.page.getByRole('button', { name: 'Show all goods' }).click();
      await eventually(() => rows.count()).toBe(all);
      await desk.page.getByLabel('Behind').selectOption('CN');
      await eventually(() => cell('4-anilinopiperidine', 'UN').innerText()).not.toContain('839');
    });

    test('is taken away as shown: CSV, JSON, SVG', async () => {
      await open('/law/gaps?on=2022-09-01&filter=norfentanyl&in=US,CN');
      const table = await savedBy(desk.page, 'CSV');
      expect(table.trim().split('\r\n')).toHaveLength(3);
      expect(table).toMatch(/2022-09-01,norfentanyl,.*,CN,yes,not-controlled,.*US,2020-05-15,839,no/);
      const data = JSON.parse(await savedBy(desk.page, 'JSON')) as { asOf: { on: string; law: string } };
      expect(data.asOf.on).toBe('2022-09-01');
      expect(data.asOf.law).toMatch(/^sha256:/);
      const drawing = await savedBy(desk.page, 'SVG');
      expect(drawing).toMatch(/^<svg[\s\S]*Norfentanyl[\s\S]*839[\s\S]*<\/svg>$/);
    });

    test('gap days as a list, the longest first', async () => {
      await open('/law/gaps?on=2022-09-01&list=1&ahead=US');
      const rows = desk.page.locator('.data-table tbody tr');
      await rows.first().waitFor();
      const days = (await rows.locator('td[data-head="Days open"]').allInnerTexts()).map((text) =>
        Number(text.replaceAll(/\D/g, '')),
      );
      const known = days.filter((one) => one > 0);
      expect(known.length).toBeGreaterThan(10);
      expect(known).toEqual([...known].sort((a, b) => b - a));
    });
  });

  describe('Changes', () => {
    test('between two days: what became controlled, with its source', async () => {
      await open('/law/changes?after=2024-08-31&upTo=2024-09-01&where=CN');
      const line = desk.page.getByRole('link', { name: 'Open the change: Norfentanyl' });
      await line.click();
      const drawer = desk.page.getByRole('dialog');
      await drawer.waitFor();
      const words = await drawer.innerText();
      expect(words).toContain('1 September 2024, China: Became controlled');
      expect(words).toContain('Not controlled in this scope → Controlled');
      expect(await drawer.locator('a[href^="http"]').count()).toBeGreaterThan(0);
      await desk.page.keyboard.press('Escape');
      await drawer.waitFor({ state: 'detached' });
    });

    test('the two days are typed, what is no day is said, and kinds are switched', async () => {
      await open('/law/changes?after=2025-01-01&upTo=2025-12-31');
      const rows = desk.page.locator('.data-table tbody tr');
      const all = await rows.count();
      await desk.page.getByLabel('After', { exact: true }).fill('2025-02-30');
      await desk.page.getByRole('button', { name: 'Show' }).click();
      expect(await desk.page.locator('.span-form [role=alert]').innerText()).toContain('2025-02-30');
      await desk.page.getByLabel('After', { exact: true }).fill('2025/7/1');
      await desk.page.getByRole('button', { name: 'Show' }).click();
      await eventually(() => rows.count()).toBeLessThan(all);
      expect(desk.address.get('after')).toBe('2025-07-01');
      const before = await rows.count();
      await desk.page.getByRole('button', { name: /Start not after this day/ }).click();
      await eventually(() => rows.count()).toBeGreaterThan(before);
    });
  });

  describe('Classes', () => {
    test('a class shows its words, its chain of acts, its zones and its examples drawn', async () => {
      await open('/law/classes');
      await desk.page.getByRole('link', { name: /Fentanyl-related substances/ }).click();
      await desk.page.getByRole('heading', { name: 'Words of the law' }).waitFor();
      expect(await desk.state()).toContain(
        'unbroken since 6 February 2018, temporary until 15 July 2025, permanent from 16 July 2025',
      );
      const page = await desk.page.locator('main').innerText();
      expect(page).toContain('(D)');
      expect(page).toContain('formyl');
      const example = desk.page.locator('.example-card').filter({ hasText: 'para-Chlorofentanyl' });
      await example.scrollIntoViewIfNeeded();
      await example.locator('svg.structure .zone-1').first().waitFor({ timeout: READY_MS });
      expect(await example.innerText()).toContain('member');
    });
  });

  describe('Authority’s view', () => {
    test('backlog and drafts are shown only behind the switch, which says what it is', async () => {
      await open('/law/backlog?on=2022-09-01');
      expect(await desk.page.locator('.data-table').count()).toBe(0);
      await desk.page.getByRole('button', { name: 'Show the authority’s view' }).click();
      await desk.page.locator('.data-table').waitFor();
      expect(desk.address.get('as')).toBe('authority');
      expect(await desk.page.locator('main').innerText()).toContain('Roles come with a later issue');
      expect(await desk.page.locator('.data-table').innerText()).toContain('1-boc-4-AP');
      await desk.goTo('/law/draft');
      expect(await desk.page.locator('textarea.draft-text').count()).toBe(0);
    });
  });

  describe('Draft', () => {
    const editor = () => desk.page.locator('textarea.draft-text');

    test('starts from a rule in force, and differs from it where it is changed', async () => {
      await open('/law/draft?as=authority');
      await eventually(() => editor().inputValue()).toContain('from: us-fentanyl');
      const summary = desk.page.locator('.draft-summary');
      await summary.waitFor({ timeout: READY_MS });
      expect(await summary.innerText()).toContain('0 newly caught, 0 no longer caught');
      const text = await editor().inputValue();
      await editor().fill(text.replace('changesMin: 1', 'changesMin: 0'));
      await eventually(() => summary.innerText()).toMatch(/[1-9]\d* newly caught/);
      await editor().fill(text.replace('changesMin: 1', 'changesMin: seven'));
      await desk.page.locator('.draft-problems').waitFor();
      expect(await desk.page.locator('.draft-problems').innerText()).toMatch(
        /line \d+: definition\.changesMin/,
      );
      expect(await desk.state()).toContain('problem keeps the draft from being run');
    });

    test('runs on a catalogue that never leaves the machine', async () => {
      await open('/law/draft?as=authority');
      await desk.page.locator('.draft-summary').waitFor({ timeout: READY_MS });
      await desk.warm();
      const before = desk.requests.length;
      await desk.page.getByRole('tab', { name: 'A catalogue' }).click();
      await desk.page.locator('input[data-file="Choose a catalogue"]').setInputFiles({
        name: 'catalogue.csv',
        mimeType: 'text/csv',
        buffer: Buffer.from(
          [
            'Name,SMILES,CAS',
            'para-Chlorofentanyl,CCC(=O)N(c1ccc(Cl)cc1)C1CCN(CCc2ccccc2)CC1,',
            'Caffeine,Cn1c(=O)c2c(ncn2C)n(C)c1=O,58-08-2',
            'Thiofentanyl,,',
            'nothing anybody knows,,',
          ].join('\n'),
        ),
      });
      const summary = desk.page.locator('.draft-summary');
      await summary.waitFor({ timeout: READY_MS });
      expect(await summary.innerText()).toContain('4 rows read, 1 row without a structure');
      expect(await summary.innerText()).toContain('2 members, 0 to review');
      await desk.page.getByRole('button', { name: 'Open para-Chlorofentanyl' }).click();
      await desk.page
        .getByRole('dialog')
        .locator('svg.structure .zone-1')
        .first()
        .waitFor({ timeout: READY_MS });
      await desk.page.keyboard.press('Escape');
      expect(desk.requests.slice(before)).toEqual([]);
    });

    test('is saved as a file and loaded again', async () => {
      await open('/law/draft?as=authority');
      await desk.page.locator('.draft-summary').waitFor({ timeout: READY_MS });
      const text = await editor().inputValue();
      const saved = await savedBy(desk.page, 'Save the draft');
      expect(saved).toBe(text);
      await desk.page.locator('input[data-file="Load a draft"]').setInputFiles({
        name: 'draft.yaml',
        mimeType: 'application/yaml',
        buffer: Buffer.from(saved.replace(/^title: .*$/m, 'title: A draft of ours')),
      });
      await eventually(() => editor().inputValue()).toContain('title: A draft of ours');
    });
  });

  const PAGES = [
    ['gaps', '/law/gaps?on=2022-09-01&goods=nitazene'],
    ['gap days', '/law/gaps?on=2022-09-01&goods=nitazene&list=1'],
    ['a cell', '/law/gaps?on=2022-09-01&filter=nor&cell=norfentanyl@CN'],
    ['changes', '/law/changes?after=2024-08-31&upTo=2024-10-31'],
    ['classes', '/law/classes'],
    ['a class', '/law/classes/us-fentanyl-related-substances?on=2022-09-01'],
    ['the switch', '/law/backlog?on=2022-09-01'],
    ['the backlog', '/law/backlog?on=2022-09-01&as=authority'],
    ['a draft', '/law/draft?as=authority'],
  ] as const;

  test.each(PAGES)('axe finds nothing on %s, in light and dark', async (_, address) => {
    await open(address);
    await desk.page.waitForTimeout(300);
    expect(await violationsOn(desk.page)).toEqual([]);
    await desk.page.emulateMedia({ colorScheme: 'dark' });
    expect(await violationsOn(desk.page, ['color-contrast'])).toEqual([]);
  });

  test.each(['en', 'zh', 'es'])('nothing reaches beyond a phone (%s)', async (lang) => {
    await open('/law/gaps', { viewport: { width: 360, height: 740 }, isMobile: true, hasTouch: true });
    for (const [name, address] of PAGES) {
      await desk.goTo(`${address}${address.includes('?') ? '&' : '?'}lang=${lang}`);
      await desk.page.waitForFunction(() => document.querySelector('.waiting') === null, null, {
        timeout: READY_MS,
      });
      expect(await desk.fitsSideways(), name).toBe(true);
    }
  });
});
