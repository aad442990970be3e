import { ask } from '../engine/client.ts';
import { EngineRefusal } from '../engine/messages.ts';
import type { FromReading, Progress, ReadingCall, ReadingCalls, ToReading, ToScreening } from './messages.ts';

/** More than four workers fight over memory, each having the whole law. */
const SCREENERS_MAX = 4;

interface Waiter {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: EngineRefusal) => void;
}

interface Crew {
  readonly reading: Worker;
  readonly screening: readonly Worker[];
  /** When the programs of all of them are there. */
  readonly ready: Promise<unknown>;
  connected: Promise<void> | null;
}

let crew: Crew | null = null;
let next = 1;
const waiting = new Map<number, Waiter>();
let hear: (progress: Progress) => void = () => undefined;

/** Who is told how far a run is. */
export function onProgress(told: (progress: Progress) => void): void {
  hear = told;
}

/** Fetches the programs of the workers before they are needed, so that a file that is dropped makes no request. */
export async function warmScreening(): Promise<void> {
  await (crew ??= start()).ready;
}

/** Asks the reading worker. Rejects with an `EngineRefusal`. */
export async function askReading<Call extends ReadingCall>(
  call: Call,
  asks: ReadingCalls[Call]['asks'],
): Promise<ReadingCalls[Call]['gives']> {
  const own = (crew ??= start());
  own.connected ??= connect(own);
  try {
    await own.connected;
  } catch (error) {
    own.connected = null;
    throw error;
  }
  const id = next++;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve: resolve as Waiter['resolve'], reject });
    const message: ToReading = { kind: 'call', id, call, asks };
    own.reading.postMessage(message);
  });
}

/** Ends the workers, and with them everything they held of a file. */
export function dismiss(): void {
  end('screening-dismissed', 'The file was closed.');
}

function start(): Crew {
  const count = Math.max(1, Math.min(SCREENERS_MAX, navigator.hardwareConcurrency));
  const reading = new Worker(new URL('./reading-worker.ts', import.meta.url), {
    type: 'module',
    name: 'custody-reading',
  });
  const screening = Array.from(
    { length: count },
    () =>
      new Worker(new URL('./screening-worker.ts', import.meta.url), {
        type: 'module',
        name: 'custody-screening',
      }),
  );
  reading.addEventListener('message', ({ data }: MessageEvent<FromReading>) => {
    if (data.kind === 'progress') hear(data.progress);
    if (data.kind !== 'given') return;
    const waiter = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.outcome.ok) waiter?.resolve(data.outcome.value);
    else waiter?.reject(new EngineRefusal(data.outcome.problem));
  });
  for (const worker of [reading, ...screening]) {
    worker.addEventListener('error', (event) => {
      event.preventDefault();
      end(
        'screening-stopped',
        event.message === '' ? 'A screening worker could not be started.' : event.message,
      );
    });
  }
  const ready = Promise.all([reading, ...screening].map(firstMessage));
  return { reading, screening, ready, connected: null };
}

/** Every worker says once that its program runs. */
function firstMessage(worker: Worker): Promise<void> {
  return new Promise((resolve) => {
    const heard = (): void => {
      resolve();
    };
    worker.addEventListener('message', heard, { once: true });
    worker.addEventListener('error', heard, { once: true });
  });
}

/** Gives every worker its law and toolkit from the engine, and ties the workers to each other. */
async function connect({ reading, screening }: Crew): Promise<void> {
  const loans: Promise<null>[] = [];
  const lender = (): MessagePort => {
    const { port1, port2 } = new MessageChannel();
    loans.push(ask('lend', { to: port1 }, [port1]));
    return port2;
  };
  const screeners = screening.map((worker) => {
    const { port1, port2 } = new MessageChannel();
    const message: ToScreening = { kind: 'connect', lender: lender(), reading: port1 };
    worker.postMessage(message, [message.lender, port1]);
    return port2;
  });
  const message: ToReading = { kind: 'connect', lender: lender(), screeners };
  reading.postMessage(message, [message.lender, ...screeners]);
  await Promise.all(loans);
}

function end(code: string, message: string): void {
  if (crew !== null) for (const worker of [crew.reading, ...crew.screening]) worker.terminate();
  crew = null;
  const refusal = new EngineRefusal({ code, message });
  for (const waiter of waiting.values()) waiter.reject(refusal);
  waiting.clear();
}
