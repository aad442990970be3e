import { accepted, refused, type Law, type Outcome } from '@custody/core';

const LAW_ADDRESS = '/law.json';
const LAW_FORMAT = 1;

/** The compiled law as the node has it. The node's tag makes a second visit cost one short answer. */
export async function loadLaw(): Promise<Outcome<Law>> {
  let response: Response;
  try {
    response = await fetch(LAW_ADDRESS, { cache: 'no-cache', credentials: 'omit' });
  } catch {
    return refused({
      code: 'law-unreachable',
      message: 'The node did not answer when asked for the compiled law.',
    });
  }
  if (!response.ok) {
    const message = `The node answered ${String(response.status)} when asked for the compiled law.`;
    return refused({ code: 'law-refused', message, data: { status: response.status } });
  }
  let read: unknown;
  try {
    read = await response.json();
  } catch {
    return refused({
      code: 'law-unreadable',
      message: 'What the node sent as the compiled law is not JSON.',
    });
  }
  const law = read as Partial<Law> | null;
  if (law?.format !== LAW_FORMAT || typeof law.digest !== 'string') {
    const message = `This desk reads compiled law of format ${String(LAW_FORMAT)}; the node sent another.`;
    return refused({ code: 'law-format', message, data: { format: law?.format ?? null } });
  }
  return accepted(law as Law);
}
