import { text } from 'node:stream/consumers';
import type { Page } from 'playwright-core';

/** The text of the file that pressing a button saves. The browser may run elsewhere: the file comes over the wire. */
export async function savedBy(page: Page, button: string): Promise<string> {
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: button, exact: true }).click(),
  ]);
  return text(await download.createReadStream());
}
