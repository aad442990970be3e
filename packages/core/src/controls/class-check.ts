import { components, elementNumber, readSmiles, searchScaffold, type Molecule } from '../goods/index.ts';
import type { Problem } from '../kernel/index.ts';
import { Asked } from './class-asked.ts';
import type { ClassDefinition, RingShape, Shape, Substituents } from './class-definition.ts';
import { framesOf, patternsOf, textsOf } from './class-frame.ts';
import { compareReadings, readPlacing } from './class-placing.ts';

/** Shapes within shapes (a ring bears substituents) that a definition may nest. */
export const SHAPE_DEPTH_MAX = 8;
/** Frames and zones of one definition. */
export const FRAMES_MAX = 64;
export const ZONES_MAX = 64;

/**
 * What is wrong with a definition; empty where `compileClass` can take it. Asked of the compiled law and of drafts:
 * every SMILES can be read, positions are there and stand once, limits are in order, and the reference has the frame
 * and meets every zone unchanged.
 */
export function checkDefinition(definition: ClassDefinition): readonly Problem[] {
  const problems = [...sizes(definition), ...smiles(definition), ...definition.zones.flatMap(zoneProblems)];
  if (problems.length > 0) return problems;
  const positions = positionProblems(definition);
  return positions.length > 0 ? positions : referenceProblems(definition);
}

function sizes({ scaffolds, near, zones }: ClassDefinition): readonly Problem[] {
  const problems: Problem[] = [];
  if (scaffolds.length === 0) {
    problems.push({
      code: 'no-scaffold',
      message: 'The definition has no scaffold.',
      todo: 'Give the frame that every member keeps, as SMILES with atom-map numbers.',
    });
  }
  const frames = scaffolds.length + near.length;
  if (frames > FRAMES_MAX || zones.length > ZONES_MAX) {
    problems.push({
      code: 'definition-too-large',
      message: `The definition has ${String(frames)} frames and ${String(zones.length)} zones; ${String(FRAMES_MAX)} and ${String(ZONES_MAX)} are the most.`,
      todo: 'Make two rules of it.',
      data: { frames, zones: zones.length, framesMax: FRAMES_MAX, zonesMax: ZONES_MAX },
    });
  }
  const codes = zones.map(({ zone }) => zone);
  for (const zone of new Set(codes.filter((one, index) => codes.indexOf(one) !== index))) {
    problems.push({
      code: 'zone-twice',
      message: `Two zones are called "${zone}".`,
      todo: 'Give each zone a name of its own: proofs speak of them by name.',
      data: { zone },
    });
  }
  return problems;
}

/** Frames and the reference must be read whole; what shapes speak of likewise. */
function smiles(definition: ClassDefinition): readonly Problem[] {
  const { scaffolds, near, reference, zones } = definition;
  const shapes = zones.flatMap((zone) => [
    ...zone.unchanged,
    ...[...zone.allow, ...zone.doubts].flatMap((one) => one.shapes),
  ]);
  const texts = [
    ...scaffolds.map((scaffold) => scaffold.smiles),
    ...near,
    ...(reference === null ? [] : [reference.smiles]),
    ...shapes.filter((shape) => depthOf(shape) <= SHAPE_DEPTH_MAX).flatMap(textsOf),
  ];
  return [...new Set(texts)].flatMap((text): Problem[] => {
    const read = readSmiles(text);
    if (read.ok && read.value.atoms.length > 0 && components(read.value).length === 1) return [];
    const why = read.ok ? 'It is not one connected structure.' : read.problem.message;
    return [
      {
        code: 'class-smiles',
        message: `"${text}" cannot be used in the definition: ${why}`,
        todo: 'Correct the SMILES.',
        data: { smiles: text },
      },
    ];
  });
}

function zoneProblems(zone: ClassDefinition['zones'][number]): readonly Problem[] {
  const shapes = [...zone.unchanged, ...[...zone.allow, ...zone.doubts].flatMap((one) => one.shapes)];
  const problems = shapes.flatMap((shape) => shapeProblems(zone.zone, shape));
  if (zone.at.length === 0) {
    problems.push({
      code: 'zone-nowhere',
      message: `The zone "${zone.zone}" has no position.`,
      todo: 'Name the atom-map numbers it stands at.',
      data: { zone: zone.zone },
    });
  }
  return problems;
}

/** How many shapes stand within each other; one more than the limit where it is passed. */
function depthOf(shape: Shape, at = 1): number {
  if (at > SHAPE_DEPTH_MAX) return at;
  return Math.max(at, ...within(shape).map((one) => depthOf(one, at + 1)));
}

/** The shapes directly within a shape. */
function within(shape: Shape): readonly Shape[] {
  const listed = (list: Substituents): readonly Shape[] => (typeof list === 'string' ? [] : list);
  const ofRing = (ring: RingShape): readonly Shape[] => listed(ring.substituents);
  if ('ring' in shape) return ofRing(shape.ring);
  if ('cycle' in shape) return ofRing(shape.cycle.ring);
  if ('chain' in shape) return [...ofRing(shape.chain.ring), ...listed(shape.chain.substituents)];
  return 'any' in shape || 'bondedBy' in shape ? (shape.except ?? []) : [];
}

function shapeProblems(zone: string, shape: Shape): Problem[] {
  if (depthOf(shape) > SHAPE_DEPTH_MAX) {
    const message = `In the zone "${zone}" shapes stand within each other more than ${String(SHAPE_DEPTH_MAX)} deep.`;
    const data = { zone, depthMax: SHAPE_DEPTH_MAX };
    return [{ code: 'shape-too-deep', message, todo: 'Say it in fewer steps.', data }];
  }
  const problems = within(shape).flatMap((one) => shapeProblems(zone, one));
  const range = rangeOf(shape);
  if (range !== null && range[0] > range[1]) {
    const [least, most] = range;
    const message = `In the zone "${zone}" a group is to have at least ${String(least)} and at most ${String(most)} atoms.`;
    const data = { zone, least, most };
    problems.push({ code: 'limits-crossed', message, todo: 'Put the smaller number first.', data });
  }
  if ('bondedBy' in shape) {
    for (const element of shape.bondedBy) {
      if (elementNumber(element) > 1) continue;
      const message = `In the zone "${zone}" "${element}" is no element that bonds a group.`;
      const data = { zone, element };
      problems.push({ code: 'no-such-element', message, todo: 'Write the symbol of an element.', data });
    }
  }
  return problems;
}

function rangeOf(shape: Shape): readonly [number, number] | null {
  if ('chain' in shape) return [shape.chain.atomsMin, shape.chain.atomsMax];
  if (!('group' in shape)) return null;
  return [shape.carbonsMin ?? 0, shape.carbonsMax ?? Number.MAX_SAFE_INTEGER];
}

function positionProblems(definition: ClassDefinition): readonly Problem[] {
  const { scaffolds, near, zones } = definition;
  const problems: Problem[] = [];
  const onScaffolds = new Set<number>();
  for (const text of [...scaffolds.map((one) => one.smiles), ...near]) {
    const read = readSmiles(text);
    const maps = read.ok ? read.value.atoms.flatMap(({ map }) => (map === 0 ? [] : [map])) : [];
    for (const at of new Set(maps.filter((one, index) => maps.indexOf(one) !== index))) {
      const message = `The number ${String(at)} stands at two atoms of "${text}".`;
      const todo = 'Number each position once; a zone may have several positions.';
      problems.push({ code: 'position-twice', message, todo, data: { at, smiles: text } });
    }
    if (!near.includes(text)) for (const at of maps) onScaffolds.add(at);
    else
      for (const at of maps) {
        if (onScaffolds.has(at)) continue;
        const message = `The near frame "${text}" has the number ${String(at)}, which no scaffold has.`;
        const todo = 'Number the near frame like the scaffold it is part of.';
        problems.push({ code: 'near-off-scaffold', message, todo, data: { at, smiles: text } });
      }
  }
  for (const { zone, at } of zones)
    for (const one of at) {
      if (onScaffolds.has(one)) continue;
      const message = `The zone "${zone}" stands at ${String(one)}, and no atom of a scaffold bears that number.`;
      const todo = 'Number the atom in the scaffold.';
      problems.push({ code: 'zone-off-scaffold', message, todo, data: { zone, at: one } });
    }
  return problems;
}

/** The reference has the first frame, and with it every zone unchanged: else "compared with" means nothing. */
function referenceProblems(definition: ClassDefinition): readonly Problem[] {
  const { reference: named } = definition;
  if (named === null) return [];
  const patterns = patternsOf(definition);
  const { scaffolds, reference } = framesOf(definition, patterns);
  const [frame] = scaffolds;
  const placings = frame === undefined || reference === null ? [] : placingsOf(frame.pattern, reference);
  const [best] = placings
    .map((placed) => readPlacing(new Asked(reference!, patterns), frame!, placed))
    .sort(compareReadings);
  if (best === undefined) {
    const message = `The reference, ${named.name}, does not have the first scaffold.`;
    const todo = 'Correct the scaffold or the reference.';
    return [{ code: 'reference-without-scaffold', message, todo, data: { name: named.name } }];
  }
  if (best.outside + best.changed + best.doubts.length === 0) return [];
  const message = `The reference, ${named.name}, does not meet every zone unchanged.`;
  const todo = 'Give each group of the reference a zone, and each slot what the reference has there.';
  return [{ code: 'reference-changed', message, todo, data: { name: named.name } }];
}

function placingsOf(pattern: Molecule, molecule: Molecule): readonly (readonly number[])[] {
  return searchScaffold(pattern, molecule).matches;
}
