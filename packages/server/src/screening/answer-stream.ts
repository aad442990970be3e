import { LONGEST_SCREENING_MS } from '../http/limits.ts';

/** After its time a screening that nobody takes the answer of is broken off; this much later than it would end itself. */
const GRACE_MS = 30_000;

/**
 * An answer that is made as it is taken. `left` is called once it has ended, whichever way: taken whole, given up by
 * whoever asked, or not taken in time. `gone` is aborted where nobody will take the rest.
 */
export function answerStream(
  lines: AsyncGenerator<string, void, undefined>,
  gone: AbortController,
  left: () => void,
  longestMs: number = LONGEST_SCREENING_MS + GRACE_MS,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let timer: ReturnType<typeof setTimeout> | null = null;
  const end = (): void => {
    if (timer !== null) clearTimeout(timer);
    left();
  };
  const giveUp = (): void => {
    end();
    gone.abort();
    void lines.return().catch(() => undefined);
  };
  return new ReadableStream<Uint8Array>(
    {
      start: (controller) => {
        timer = setTimeout(() => {
          giveUp();
          controller.error(new Error('the answer was not taken in time'));
        }, longestMs);
        timer.unref();
      },
      pull: async (controller) => {
        try {
          const read = await lines.next();
          if (read.done !== true) {
            controller.enqueue(encoder.encode(read.value));
            return;
          }
          end();
          controller.close();
        } catch (error) {
          // The connection breaks off: half an answer must not look like a whole one.
          giveUp();
          controller.error(error);
        }
      },
      cancel: giveUp,
    },
    { highWaterMark: 1 },
  );
}
