import type { AppliedControl, AppliedDuty, Explanation, JurisdictionStatus } from '@custody/core';
import { dayWords } from '../terminal/day-words.ts';
import { indented, paragraph, type SheetStyle } from '../terminal/style.ts';

/** All that stands behind one jurisdiction's status: sources, exclusions, duties, penalties, scope and reasons. */
export function explained(status: JurisdictionStatus, style: SheetStyle): readonly string[] {
  const sections: readonly (readonly [string, readonly string[]])[] = [
    ['Sources', status.controls.flatMap((control) => sourceWords(control))],
    ['Excluded', status.excluded.map(({ list, entry, because }) => `${list}, ${entry}: ${because.text}`)],
    ['Duties', status.duties.map((duty) => dutyWords(duty))],
    [
      'Penalties',
      status.penalties.map(({ article, conduct, penalty }) => `${article}: ${conduct}: ${penalty}`),
    ],
    ['Scope', status.scope.words],
  ];
  return [
    indented(style.palette.strong(status.jurisdiction)),
    ...sections.flatMap(([title, items]) =>
      items.length === 0
        ? []
        : [indented(title, 2), ...items.map((item) => paragraph(`· ${item}`, style, undefined, 3))],
    ),
    indented('Why', 2),
    ...branches(status.explanation, style, 3),
  ];
}

function sourceWords(control: AppliedControl): readonly string[] {
  const { citation } = control;
  const read = citation.verifiedOn === null ? 'not read' : `read on ${dayWords(citation.verifiedOn)}`;
  const published = control.publishedOn === null ? '' : `, published on ${dayWords(control.publishedOn)}`;
  return [
    `${control.list}, ${control.entry}: ${control.instrumentTitle}${published}`,
    `${citation.title}${citation.url === null ? '' : ` <${citation.url}>`}; ${read}; ${citation.confidence}`,
    ...(citation.note === undefined ? [] : [citation.note]),
    ...(control.scopeWords === null ? [] : [`Reach: ${control.scopeWords}`]),
    ...control.exemptions.map((words) => `Exempt: ${words}`),
    ...control.thresholds.map(({ words }) => `Threshold: ${words}`),
    ...control.requirements.map((words) => `Requires: ${words}`),
  ];
}

function dutyWords(duty: AppliedDuty): string {
  const limit = duty.deadline === null ? '' : ` Time limit: ${duty.deadline.words}.`;
  const sure = duty.citation.confidence === 'unverified' ? ' (unverified)' : '';
  return `${duty.article}: ${duty.what}.${limit}${sure}`.replace('..', '.');
}

const OUTCOME_WORDS: Readonly<Record<Explanation['outcome'], string>> = {
  yes: 'yes',
  no: 'no',
  unclear: 'unclear',
  'not-asked': 'not asked',
};

function branches(node: Explanation, style: SheetStyle, depth: number): readonly string[] {
  return [
    paragraph(`${node.text} [${OUTCOME_WORDS[node.outcome]}]`, style, undefined, depth),
    ...node.children.flatMap((child) => branches(child, style, depth + 1)),
  ];
}
