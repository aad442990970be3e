import type { Locator } from 'playwright-core';
import type { Desk } from './desk.ts';

/** The page Screen, as a person sees it. */
export class ScreenPage {
  readonly desk: Desk;

  constructor(desk: Desk) {
    this.desk = desk;
  }

  /** Drops a file on the page, as from a folder beside the browser. */
  async drop(name: string, content: string | Uint8Array): Promise<void> {
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    await this.desk.page.evaluate(
      ({ name, base64 }) => {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
        const held = new DataTransfer();
        held.items.add(new File([bytes], name));
        for (const type of ['dragenter', 'dragover', 'drop']) {
          document.body.dispatchEvent(
            new DragEvent(type, { dataTransfer: held, bubbles: true, cancelable: true }),
          );
        }
      },
      { name, base64: Buffer.from(bytes).toString('base64') },
    );
  }

  get start(): Locator {
    return this.desk.page.getByRole('button', { name: 'Screen the list' });
  }

  /** Drops a file and screens it with the columns that were found. */
  async screen(name: string, content: string | Uint8Array): Promise<void> {
    await this.drop(name, content);
    await this.start.click();
    await this.done();
  }

  /** Until the whole file is answered. */
  async done(): Promise<void> {
    await this.desk.page.locator('.page-state').waitFor();
    await this.desk.page.locator('.tally').waitFor();
  }

  /** How many lines came to this. */
  async count(verdict: string): Promise<number> {
    const text = await this.desk.page.locator(`[data-verdict="${verdict}"] .tally-number`).innerText();
    return Number(text.replaceAll(/\D/g, ''));
  }

  get rows(): Locator {
    return this.desk.page.locator('.windowed-rows [role="row"]:not([aria-busy="true"])');
  }

  row(index: number): Locator {
    return this.desk.page.locator(`.windowed-rows [data-index="${String(index)}"]`);
  }

  /** How many lines the filters show, as the page says it. */
  async shown(): Promise<string> {
    return (await this.desk.page.locator('.shown-count').innerText()).trim();
  }

  async open(index: number): Promise<Locator> {
    await this.row(index).getByRole('link').click();
    const drawer = this.desk.page.getByRole('dialog');
    await drawer.waitFor();
    return drawer;
  }

  chip(key: string): Locator {
    return this.desk.page.locator(`[data-chip="${key}"]`);
  }

  /** The file that is saved in a format. */
  async saved(format: 'csv' | 'xlsx' | 'ndjson' | 'json'): Promise<Buffer> {
    const { page } = this.desk;
    await page.getByRole('button', { name: 'Save' }).first().click();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.locator(`[data-save="${format}"]:visible`).click(),
    ]);
    const parts: Buffer[] = [];
    for await (const part of await download.createReadStream()) parts.push(part as Buffer);
    return Buffer.concat(parts);
  }

  async compareWith(name: string, content: Buffer): Promise<void> {
    await this.desk.page
      .locator('input[data-file="Compare"]')
      .setInputFiles({ name, mimeType: 'application/json', buffer: content });
  }
}
