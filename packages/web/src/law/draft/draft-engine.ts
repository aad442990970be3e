import { ask } from '../../engine/client.ts';
import { EngineRefusal } from '../../engine/messages.ts';
import type { CatalogueTally, DraftCall, DraftCalls, FromDraft, ToDraft } from './messages.ts';

interface Waiter {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: EngineRefusal) => void;
}

let worker: Worker | null = null;
let connected: Promise<unknown> | null = null;
let next = 1;
const waiting = new Map<number, Waiter>();
let hear: (tally: CatalogueTally) => void = () => undefined;

/** Who is told how far a run on a catalogue is. */
export function onCatalogueProgress(told: (tally: CatalogueTally) => void): void {
  hear = told;
}

/** Asks the worker of drafts, which is started by the first question. Rejects with an `EngineRefusal`. */
export async function askDraft<Call extends DraftCall>(
  call: Call,
  asks: DraftCalls[Call]['asks'],
): Promise<DraftCalls[Call]['gives']> {
  worker ??= start();
  try {
    await connected;
  } catch (error) {
    end('draft-law', 'The law could not be handed to the worker of drafts.');
    throw error;
  }
  const id = next++;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve: resolve as Waiter['resolve'], reject });
    const message: ToDraft = { kind: 'call', id, call, asks };
    worker?.postMessage(message);
  });
}

function start(): Worker {
  const made = new Worker(new URL('./draft-worker.ts', import.meta.url), {
    type: 'module',
    name: 'custody-draft',
  });
  made.addEventListener('message', ({ data }: MessageEvent<FromDraft>) => {
    if (data.kind === 'progress') {
      hear(data.tally);
      return;
    }
    const waiter = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.outcome.ok) waiter?.resolve(data.outcome.value);
    else waiter?.reject(new EngineRefusal(data.outcome.problem));
  });
  made.addEventListener('error', (event) => {
    event.preventDefault();
    end('draft-stopped', event.message === '' ? 'The worker of drafts could not be started.' : event.message);
  });
  const { port1, port2 } = new MessageChannel();
  connected = ask('lend', { to: port1 }, [port1]);
  const message: ToDraft = { kind: 'connect', lender: port2 };
  made.postMessage(message, [port2]);
  return made;
}

function end(code: string, message: string): void {
  worker?.terminate();
  worker = null;
  connected = null;
  const refusal = new EngineRefusal({ code, message });
  for (const waiter of waiting.values()) waiter.reject(refusal);
  waiting.clear();
}
