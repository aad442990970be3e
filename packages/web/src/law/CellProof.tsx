import { isJurisdiction, type Day, type Jurisdiction } from '@custody/core';
import { ProofDrawer } from '../check/ProofDrawer.tsx';
import { useEngine } from '../engine/use-engine.ts';

interface CellProofProps {
  readonly goods: string;
  readonly jurisdiction: Jurisdiction;
  readonly on: Day;
  readonly known: Day | null;
  readonly onOpen: (jurisdiction: Jurisdiction | undefined) => void;
}

/** The proof of one cell of a table: goods by their id, in a jurisdiction, on a day. */
export function CellProof({ goods: id, jurisdiction, on, known, onOpen }: CellProofProps) {
  const answer = useEngine('goods', { id, on, known }, { keep: true });
  const result = answer.data?.results[0];
  const goods = result?.goods ?? null;
  const status = result?.statuses.find((one) => one.jurisdiction === jurisdiction);
  if (answer.data == null || result === undefined || goods === null || status === undefined) return null;
  return (
    <ProofDrawer
      head={answer.data.asOf}
      goods={goods}
      statuses={result.statuses}
      status={status}
      onOpen={onOpen}
    />
  );
}

/** Goods and jurisdiction of an address such as `norfentanyl@CN`; null for anything else. */
export function cellOf(
  text: string | undefined,
): { readonly goods: string; readonly jurisdiction: Jurisdiction } | null {
  const [goods = '', place = ''] = (text ?? '').split('@');
  return goods !== '' && isJurisdiction(place) ? { goods, jurisdiction: place } : null;
}
