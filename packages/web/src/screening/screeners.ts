import type { TableRow } from '@custody/core';
import { InOrder } from './in-order.ts';
import type { RowsScreened, RowsToScreen } from './messages.ts';
import type { PackedPiece } from './packed-piece.ts';

/** Two batches a worker: it never waits for the next one, and no more lie about than that. */
const IN_FLIGHT = 2;

interface Screener {
  readonly port: MessagePort;
  flying: number;
}

/**
 * The screening workers as one: rows go in by batches, packed pieces come out in the order of the batches. `send` waits while
 * every worker has enough to do, so that a file is read no faster than it is screened.
 */
export class Screeners {
  private readonly all: readonly Screener[];
  private run = 0;
  private sent = 0;
  private due = 0;
  private ordered = new InOrder<PackedPiece>(() => undefined);
  private wakes: (() => void)[] = [];
  private fault: string | null = null;

  constructor(ports: readonly MessagePort[]) {
    this.all = ports.map((port) => {
      const screener: Screener = { port, flying: 0 };
      port.addEventListener('message', ({ data }: MessageEvent<RowsScreened>) => {
        this.heard(screener, data);
      });
      port.start();
      return screener;
    });
  }

  /** Starts anew: what is still on its way from an earlier run is set aside when it comes. */
  begin(
    asked: Omit<Extract<RowsToScreen, { readonly kind: 'begin' }>, 'kind' | 'run'>,
    take: (piece: PackedPiece) => void,
  ): void {
    this.run += 1;
    this.sent = 0;
    this.due = 0;
    this.fault = null;
    this.ordered = new InOrder(take);
    for (const screener of this.all) {
      screener.flying = 0;
      this.post(screener, { kind: 'begin', run: this.run, ...asked });
    }
  }

  /** Throws what a worker failed by. */
  async send(rows: readonly TableRow[]): Promise<void> {
    await this.until(() => this.freest().flying < IN_FLIGHT);
    const screener = this.freest();
    const batch = this.sent;
    this.sent += 1;
    screener.flying += 1;
    this.due += 1;
    this.post(screener, { kind: 'rows', run: this.run, batch, rows });
  }

  /** Resolves when every batch has come back. */
  async settled(): Promise<void> {
    await this.until(() => this.due === 0);
  }

  private async until(holds: () => boolean): Promise<void> {
    for (;;) {
      if (this.fault !== null) throw new Error(this.fault);
      if (holds()) return;
      await new Promise<void>((resolve) => {
        this.wakes.push(resolve);
      });
    }
  }

  private heard(screener: Screener, message: RowsScreened): void {
    if (message.run !== this.run) return;
    if (message.kind === 'fault') {
      this.fault = message.message;
    } else {
      this.due -= 1;
      screener.flying -= 1;
      this.ordered.put(message.batch, message.piece);
    }
    const wakes = this.wakes;
    this.wakes = [];
    for (const wake of wakes) wake();
  }

  private freest(): Screener {
    return this.all.reduce((best, one) => (one.flying < best.flying ? one : best));
  }

  private post({ port }: Screener, message: RowsToScreen): void {
    port.postMessage(message);
  }
}
