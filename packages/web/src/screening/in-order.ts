/** Takes numbered things in any order and hands them on in the order of their numbers, from 0. */
export class InOrder<Thing> {
  private readonly early = new Map<number, Thing>();
  private readonly take: (thing: Thing) => void;
  private next = 0;

  constructor(take: (thing: Thing) => void) {
    this.take = take;
  }

  put(number: number, thing: Thing): void {
    this.early.set(number, thing);
    for (let due = this.early.get(this.next); due !== undefined; due = this.early.get(this.next)) {
      this.early.delete(this.next);
      this.next += 1;
      this.take(due);
    }
  }
}
