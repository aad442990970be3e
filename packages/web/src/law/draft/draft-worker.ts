import { refused, type Law, type Outcome } from '@custody/core';
import { chemistFrom } from '../../engine/chemistry.ts';
import { lentBy } from '../../screening/lent.ts';
import { Drafting, type Equipped } from './drafting.ts';
import type { FromDraft, ToDraft } from './messages.ts';

/**
 * The worker of drafts: it reads and runs drafts of class rules. Its law and toolkit are lent by the engine of this
 * page; it asks nobody for anything.
 */
let drafting: Drafting | null = null;

self.addEventListener('message', ({ data }: MessageEvent<ToDraft>) => {
  if (data.kind === 'connect') {
    drafting = new Drafting(equip(data.lender), (tally) => {
      post({ kind: 'progress', tally });
    });
    return;
  }
  const { id, call, asks } = data;
  void settle(() => drafting!.answer(call, asks)).then((outcome) => {
    post({ kind: 'given', id, outcome });
  });
});

function post(message: FromDraft): void {
  self.postMessage(message);
}

async function equip(lender: MessagePort): Promise<Equipped> {
  const { law, toolkit }: { readonly law: Law; readonly toolkit: WebAssembly.Module | null } =
    await lentBy(lender);
  const chemist = toolkit === null ? null : await chemistFrom(toolkit).catch(() => null);
  return { law, chemist };
}

async function settle(work: () => Promise<Outcome<unknown>>): Promise<Outcome<unknown>> {
  try {
    return await work();
  } catch (error) {
    // A fault of the program is told as one: it must never look like a result.
    return refused({ code: 'draft-fault', message: error instanceof Error ? error.message : String(error) });
  }
}
