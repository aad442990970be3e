import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { adjacency } from './molecule-graph.ts';
import { kekulise } from './molecule-kekule.ts';

interface Graph {
  readonly size: number;
  readonly edges: readonly (readonly [number, number])[];
}

function matched(graph: Graph): { left: number; pairs: number[] } {
  const from = graph.edges.map(([a]) => a);
  const to = graph.edges.map(([, b]) => b);
  const order = from.map(() => 1);
  const all = new Array<number>(graph.size).fill(1);
  const left = kekulise(
    { atomCount: graph.size, order, ...adjacency(graph.size, from, to) },
    all,
    from.map(() => 1),
  );
  return { left, pairs: order.flatMap((each, i) => (each === 2 ? [i] : [])) };
}

/** Largest number of disjoint edges, by trying all. */
function largestMatching(edges: Graph['edges'], used: ReadonlySet<number> = new Set()): number {
  const [first, ...rest] = edges;
  if (first === undefined) return 0;
  const without = largestMatching(rest, used);
  if (used.has(first[0]) || used.has(first[1])) return without;
  return Math.max(without, 1 + largestMatching(rest, new Set([...used, ...first])));
}

const graphs: fc.Arbitrary<Graph> = fc.integer({ min: 2, max: 9 }).chain((size) => {
  const pairs: [number, number][] = [];
  for (let a = 0; a < size; a++) for (let b = a + 1; b < size; b++) pairs.push([a, b]);
  return fc.record({
    size: fc.constant(size),
    edges: fc.subarray(pairs, { maxLength: Math.min(pairs.length, 14) }),
  });
});

describe('double bonds for atoms that each want one', () => {
  test('found exactly when there is a way, on any small graph', () => {
    fc.assert(
      fc.property(graphs, (graph) => {
        const { left, pairs } = matched(graph);
        const possible = largestMatching(graph.edges) * 2 === graph.size;
        expect(left === -1).toBe(possible);
        if (!possible) return;
        const ends = pairs.flatMap((edge) => graph.edges[edge]!);
        expect(new Set(ends).size).toBe(graph.size);
        expect(ends).toHaveLength(graph.size);
      }),
      { numRuns: 2_000 },
    );
  });

  test('odd rings joined by a bond need it double: the search goes through both', () => {
    const edges: [number, number][] = [
      [0, 1],
      [1, 2],
      [2, 0],
      [2, 3],
      [3, 4],
      [4, 5],
      [5, 3],
    ];
    expect(matched({ size: 6, edges }).left).toBe(-1);
    expect(matched({ size: 5, edges: edges.slice(0, 3) }).left).not.toBe(-1);
  });
});
