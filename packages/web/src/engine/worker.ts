import { refused, type Outcome } from '@custody/core';
import { answerCall } from './answer-call.ts';
import type { Asked, Given } from './messages.ts';

/**
 * The engine beside the page. It loads the compiled law once and answers every question from it, so that nothing a
 * person looks up leaves this machine: after the law, the toolkit and the fonts no request is made at all.
 */
self.addEventListener('message', ({ data }: MessageEvent<Asked>) => {
  void settle(data).then((outcome) => {
    const given: Given = { id: data.id, outcome };
    self.postMessage(given);
  });
});

async function settle(asked: Asked): Promise<Outcome<unknown>> {
  try {
    return await answerCall(asked);
  } catch (error) {
    // A fault of the program is told as one: it must never look like an answer.
    const message = error instanceof Error ? error.message : String(error);
    return refused({ code: 'engine-fault', message, data: { call: asked.call } });
  }
}
