/** Puts `text` on the clipboard; false when the browser refuses. Nodes without TLS have no clipboard API. */
export async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copyBySelection(text);
  }
}

function copyBySelection(text: string): boolean {
  const area = document.createElement('textarea');
  const before = document.activeElement;
  // Inside an open dialog only its own content can be selected.
  const place = before?.closest('dialog') ?? document.body;
  area.value = text;
  area.className = 'unseen';
  area.setAttribute('aria-hidden', 'true');
  place.append(area);
  area.select();
  try {
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the only way on a page without TLS
    return document.execCommand('copy');
  } catch {
    return false;
  } finally {
    area.remove();
    if (before instanceof HTMLElement) before.focus({ preventScroll: true });
  }
}
