import { BUSY_RETRY_SECONDS } from './limits.ts';
import { HttpProblem } from './problem.ts';

/** Places for work that only so many may have under way at a time. */
export class Places {
  readonly #most: number;
  #taken = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get taken(): number {
    return this.#taken;
  }

  /** Takes a place; the function returned gives it back, once. Refuses (`busy`) where there is none. */
  take(): () => void {
    if (this.#taken >= this.#most) {
      throw new HttpProblem(
        'busy',
        `${this.#taken} screenings are under way, as many as this node does at a time.`,
        `ask again in ${BUSY_RETRY_SECONDS} s.`,
      );
    }
    this.#taken += 1;
    let isTaken = true;
    return () => {
      if (isTaken) this.#taken -= 1;
      isTaken = false;
    };
  }
}
