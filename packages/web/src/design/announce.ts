/** Says `text` to a screen reader without moving the eye. A dialog that is open holds its own region. */
export function announce(text: string): void {
  const dialogs = document.querySelectorAll('dialog[open]');
  const host = dialogs[dialogs.length - 1] ?? document.body;
  let region = host.querySelector<HTMLElement>(':scope > [data-announce]');
  if (region === null) {
    region = document.createElement('div');
    region.dataset['announce'] = '';
    region.className = 'unseen';
    region.setAttribute('role', 'status');
    host.append(region);
  }
  region.textContent = '';
  requestAnimationFrame(() => {
    region.textContent = text;
  });
}
