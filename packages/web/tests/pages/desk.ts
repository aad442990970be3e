import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { inject } from 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** Address of the node that serves the built desk. */
    readonly deskUrl: string;
    /** Where a browser listens; blank where this machine has none. */
    readonly chromium: string;
  }
}

/** False on a machine without a browser: these tests then say that they were skipped. */
export const hasBrowser = inject('chromium') !== '';

const WARM_MS = 90_000;

/** One window of the desk, and everything that went wrong or over the wire in it. */
export class Desk {
  readonly page: Page;
  /** Address and body of every request, the engine's included. */
  readonly requests: { readonly url: string; readonly body: string | null }[] = [];
  /** Errors of the page: exceptions, and what its content policy refused. */
  readonly faults: string[] = [];

  private constructor(page: Page) {
    this.page = page;
    page.context().on('request', (request) => {
      this.requests.push({ url: request.url(), body: request.postData() });
    });
    page.on('pageerror', (error) => this.faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') this.faults.push(message.text());
    });
  }

  /** Opens `address` (what stands behind the `#`) in a new window. */
  static async open(browser: Browser, address: string, options: BrowserContextOptions = {}): Promise<Desk> {
    const context = await browser.newContext({
      viewport: { width: 1280, height: 900 },
      locale: 'en-GB',
      timezoneId: 'UTC',
      ...options,
    });
    const desk = new Desk(await context.newPage());
    await desk.goTo(address);
    return desk;
  }

  async goTo(address: string): Promise<void> {
    // Through nothing first: otherwise only the part behind the `#` changes, and the page before still stands there.
    if (this.page.url() !== 'about:blank') await this.page.goto('about:blank');
    await this.page.goto(`${inject('deskUrl')}/#${address}`);
    await this.page.getByRole('heading', { level: 1 }).or(this.page.getByRole('alert')).first().waitFor();
  }

  /** Until the toolkit and the fonts are there: after that nothing is fetched any more. */
  async warm(): Promise<void> {
    await this.page.waitForSelector('html[data-warm]', { state: 'attached', timeout: WARM_MS });
  }

  get field() {
    return this.page.getByRole('search').getByRole('textbox');
  }

  async ask(text: string): Promise<void> {
    await this.field.fill(text);
    await this.field.press('Enter');
  }

  async heading(): Promise<string> {
    return (await this.page.getByRole('heading', { level: 1 }).innerText()).trim();
  }

  /** The sentence of state under the title. */
  async state(): Promise<string> {
    return (await this.page.locator('.page-state').innerText()).trim();
  }

  /** What stands behind the `#`. */
  get address(): URLSearchParams {
    return new URLSearchParams(new URL(this.page.url()).hash.split('?')[1] ?? '');
  }

  /** True when nothing reaches beyond the window sideways. */
  async fitsSideways(): Promise<boolean> {
    return this.page.evaluate(
      () => document.documentElement.scrollWidth <= document.documentElement.clientWidth,
    );
  }

  async close(): Promise<void> {
    await this.page.context().close();
  }
}

export function browserOfTheHouse(): Promise<Browser> {
  return chromium.connect(inject('chromium'));
}
