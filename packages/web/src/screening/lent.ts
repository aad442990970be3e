import type { Lent } from '../engine/messages.ts';

/** What the engine lends over a port: it comes once, and the port is closed behind it. */
export function lentBy(port: MessagePort): Promise<Lent> {
  return new Promise((resolve) => {
    port.addEventListener(
      'message',
      ({ data }: MessageEvent<Lent>) => {
        port.close();
        resolve(data);
      },
      { once: true },
    );
    port.start();
  });
}
