import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'] as const;
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** The browser tests talk to nothing but the node under test, and run as root in a container too. */
export const CHROMIUM_FLAGS: readonly string[] = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Path of a Chromium on this machine (`CHROMIUM` names another); null when there is none. */
export function findChromium(): string | null {
  const named = process.env['CHROMIUM'];
  const places = [
    ...(named === undefined || named === '' ? [] : [named]),
    ...(process.env['PATH'] ?? '')
      .split(delimiter)
      .flatMap((folder) => NAMES.map((name) => join(folder, name))),
    MAC,
  ];
  return places.find((place) => isExecutable(place)) ?? null;
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
