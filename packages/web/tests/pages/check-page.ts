import type { Locator } from 'playwright-core';
import type { Desk } from './desk.ts';

/** The page of an answer, as a person sees it. */
export class CheckPage {
  readonly desk: Desk;

  constructor(desk: Desk) {
    this.desk = desk;
  }

  row(jurisdiction: string): Locator {
    return this.desk.page.locator(`.status-row[data-jurisdiction="${jurisdiction}"]`);
  }

  /** The word of the state, as it stands in the row. */
  async status(jurisdiction: string): Promise<string> {
    return (await this.row(jurisdiction).locator('.state-word').innerText()).trim();
  }

  async openProof(jurisdiction: string): Promise<Locator> {
    await this.row(jurisdiction).getByRole('link').first().click();
    return this.proof();
  }

  async proof(): Promise<Locator> {
    const drawer = this.desk.page.getByRole('dialog');
    await drawer.waitFor();
    return drawer;
  }

  get structure(): Locator {
    return this.desk.page.locator('.goods svg.structure');
  }

  get slider(): Locator {
    return this.desk.page.getByRole('slider');
  }

  get candidates(): Locator {
    return this.desk.page.locator('.candidates li');
  }
}
