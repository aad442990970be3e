import type { Control, Duty, Penalty } from '../controls/index.ts';
import type { LawProblem } from './law-problem.ts';

/** A control with the file and line it comes from. */
export interface PlacedControl {
  readonly control: Control;
  readonly file: string;
  readonly line: number | null;
}

/** What must hold within one control: its window and interval run forwards, and every fact of it is cited. */
export function checkControls(placed: readonly PlacedControl[], problems: LawProblem[]): void {
  for (const { control, file, line } of placed) {
    const report = (code: string, message: string, todo: string): void => {
      problems.push({ file, line, path: control.id, code, message, todo });
    };
    const { start, end, published, citation, stage } = control;
    if (!control.id.startsWith(`${control.jurisdiction.toLowerCase()}:`)) {
      report(
        'id-jurisdiction',
        'The id does not begin with its jurisdiction.',
        'begin it with the jurisdiction.',
      );
    }
    if ('goods' in control.target && control.id.split(':')[1] !== control.target.goods) {
      report('id-goods', 'The id does not name its goods.', 'make the id jurisdiction:goods:suffix.');
    }
    if (start.earliest !== null && start.latest !== null && start.earliest > start.latest) {
      report(
        'window-backwards',
        'The window of the start ends before it begins.',
        'correct earliest or latest.',
      );
    }
    const first = start.latest ?? start.earliest;
    if (end !== null && first !== null && end <= first) {
      report(
        'interval-backwards',
        `It ends (${end}) before it starts (${first}).`,
        'correct the start or the end.',
      );
    }
    if (stage === 'ended' && end === null) {
      report('ended-without-end', 'It has ended, but no end is given.', 'give the end day.');
    }
    if (stage === 'in-force' && start.latest === null) {
      report(
        'in-force-without-start',
        'It is in force, but not known to have started.',
        'give the day it was read.',
      );
    }
    if (published !== null && start.latest !== null && published > start.latest) {
      report(
        'published-after-start',
        `It was published (${published}) after it started (${start.latest}).`,
        'correct the day of publication, or leave it out where it is that of a later text.',
      );
    }
    if (citation.confidence === 'verified' && citation.url === null && citation.note === undefined) {
      report('uncited', 'It is verified, but nothing says where.', 'name a source, or mark it unverified.');
    }
  }
  checkOverlaps(placed, problems);
}

/**
 * Two controls of one instrument, entry and target that hold on the same day are one fact written twice, unless a
 * note says why.
 */
function checkOverlaps(placed: readonly PlacedControl[], problems: LawProblem[]): void {
  const groups = new Map<string, PlacedControl[]>();
  for (const one of placed) {
    const { instrument, target, list, entry, stage } = one.control;
    if (stage !== 'in-force' && stage !== 'ended') continue;
    const key = JSON.stringify([instrument, target, list, entry]);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  for (const group of groups.values()) {
    const ordered = [...group].sort((a, b) =>
      (a.control.start.latest ?? '') < (b.control.start.latest ?? '') ? -1 : 1,
    );
    ordered.forEach((one, index) => {
      const next = ordered[index + 1];
      if (next === undefined) return;
      const ends = one.control.end;
      const overlap = ends === null || (next.control.start.latest ?? '') < ends;
      if (overlap && one.control.notes.length === 0 && next.control.notes.length === 0) {
        problems.push({
          file: next.file,
          line: next.line,
          path: next.control.id,
          code: 'overlap',
          message: `It holds at the same time as ${one.control.id}, for the same entry of the same instrument.`,
          todo: 'end the earlier one, or say in a note why both stand.',
        });
      }
    });
  }
}

/** Duties and penalties name lists under which something stands, and an article. */
export function checkTriggers(
  triggers: readonly (Duty | Penalty)[],
  controls: readonly Control[],
  file: string,
  problems: LawProblem[],
): void {
  const lists = new Set(controls.map((control) => `${control.jurisdiction} ${control.list}`));
  for (const { id, jurisdiction, lists: named } of triggers) {
    for (const list of named) {
      if (lists.has(`${jurisdiction} ${list}`)) continue;
      problems.push({
        file,
        line: null,
        path: id,
        code: 'unknown-list',
        message: `No control of ${jurisdiction} stands under the list "${list}".`,
        todo: 'write the list as the controls do.',
      });
    }
  }
}
