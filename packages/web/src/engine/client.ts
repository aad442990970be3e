import { EngineRefusal, type EngineCall, type EngineCalls, type Given } from './messages.ts';

interface Waiter {
  readonly resolve: (value: unknown) => void;
  readonly reject: (reason: EngineRefusal) => void;
}

let worker: Worker | null = null;
let next = 1;
const waiting = new Map<number, Waiter>();

/** Asks the engine, which runs in this browser beside the page. Rejects with an `EngineRefusal`. */
export function ask<Call extends EngineCall>(
  call: Call,
  asks: EngineCalls[Call]['asks'],
  transfer: Transferable[] = [],
): Promise<EngineCalls[Call]['gives']> {
  const id = next++;
  return new Promise((resolve, reject) => {
    waiting.set(id, { resolve: resolve as Waiter['resolve'], reject });
    running().postMessage({ id, call, asks }, transfer);
  });
}

/** Starts afresh, for a person who tries again after the law or the engine failed. */
export function restart(): void {
  worker?.terminate();
  worker = null;
  failAll('engine-restarted', 'The engine was started again.');
}

function running(): Worker {
  if (worker !== null) return worker;
  worker = new Worker(new URL('./worker.ts', import.meta.url), { type: 'module', name: 'custody-engine' });
  worker.addEventListener('message', ({ data }: MessageEvent<Given>) => {
    const waiter = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.outcome.ok) waiter?.resolve(data.outcome.value);
    else waiter?.reject(new EngineRefusal(data.outcome.problem));
  });
  worker.addEventListener('error', (event) => {
    event.preventDefault();
    worker?.terminate();
    worker = null;
    failAll('engine-stopped', event.message === '' ? 'The engine could not be started.' : event.message);
  });
  return worker;
}

function failAll(code: string, message: string): void {
  const refusal = new EngineRefusal({ code, message });
  for (const waiter of waiting.values()) waiter.reject(refusal);
  waiting.clear();
}
