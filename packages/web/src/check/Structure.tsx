import type { Proof } from '@custody/core';
import { useMemo } from 'react';
import { useEngine } from '../engine/use-engine.ts';
import { useWords } from '../i18n/use-words.ts';
import { around, placeBeside, readDrawing, type Drawing, type Place } from './drawing.ts';
import './structure.css';

const CANVAS = { width: 360, height: 260 };
const BOND_LENGTH_PX = 27;
const ZONE_TINTS = 5;
/** A longer name of a clause stands in the legend alone. */
const CLAUSE_CHARACTERS = 3;

interface StructureProps {
  readonly smiles: string;
  readonly name: string;
  /** Marks the places where the structure meets a rule, each with the letter of its clause. */
  readonly proof?: Proof;
}

/** A structure in ink. The toolkit draws it in this browser; a failing drawing says so and changes no answer. */
export function Structure({ smiles, name, proof }: StructureProps) {
  const { t } = useWords();
  const highlight = useMemo(
    () =>
      proof === undefined
        ? []
        : [...new Set([...proof.scaffold, ...proof.zones.flatMap((zone) => zone.atoms)])],
    [proof],
  );
  const drawn = useEngine('draw', { smiles, ...CANVAS, highlight });
  const drawing = useMemo(() => (drawn.data === undefined ? null : readDrawing(drawn.data)), [drawn.data]);
  if (drawn.isPending) return <div className="structure structure-waiting" aria-busy="true" />;
  if (drawing === null) return <p className="structure-none">{t('check.structureFails')}</p>;
  const letters = proof === undefined ? [] : lettersOf(drawing, proof);
  const { x, y, width, height } = around(
    drawing.box,
    letters.map(({ place }) => place),
    drawing.bondLength / 2,
  );
  const scale = Math.min(BOND_LENGTH_PX / drawing.bondLength, CANVAS.width / width);
  return (
    <svg
      className="structure"
      role="img"
      aria-label={t('check.structureOf', { name })}
      viewBox={`${String(x)} ${String(y)} ${String(width)} ${String(height)}`}
      width={width * scale}
      height={height * scale}
    >
      {proof === undefined ? null : <Marks drawing={drawing} proof={proof} />}
      {drawing.strokes.map((stroke, index) => (
        <path key={index} d={stroke.d} className={stroke.filled ? 'structure-shape' : 'structure-line'} />
      ))}
      {letters.map(({ place, number, clause }) => (
        <text
          key={number}
          className="structure-letter"
          x={place.x}
          y={place.y}
          fontSize={drawing.bondLength * 0.5}
        >
          {number}
          {clause === null ? null : (
            <tspan className="structure-clause" dx={drawing.bondLength * 0.08}>
              {clause}
            </tspan>
          )}
        </text>
      ))}
    </svg>
  );
}

function Marks({ drawing, proof }: { readonly drawing: Drawing; readonly proof: Proof }) {
  return (
    <>
      <Mark drawing={drawing} atoms={proof.scaffold} tint="zone-scaffold" />
      {proof.zones.map((zone, index) => (
        <Mark
          key={[zone.zone, zone.clause, ...zone.atoms].join()}
          drawing={drawing}
          atoms={zone.atoms}
          tint={zoneTint(index)}
        />
      ))}
    </>
  );
}

/** A band of colour along the bonds between some atoms, and a disc on each of them. */
function Mark({
  drawing,
  atoms,
  tint,
}: {
  readonly drawing: Drawing;
  readonly atoms: readonly number[];
  readonly tint: string;
}) {
  const among = new Set(atoms);
  const radius = drawing.bondLength * 0.34;
  const at = (atom: number): { x: number; y: number } => drawing.places.get(atom) ?? { x: 0, y: 0 };
  return (
    <g className={tint}>
      {drawing.bonds
        .filter(([from, to]) => among.has(from) && among.has(to))
        .map(([from, to]) => (
          <line
            key={`${String(from)}-${String(to)}`}
            x1={at(from).x}
            y1={at(from).y}
            x2={at(to).x}
            y2={at(to).y}
            strokeWidth={radius * 1.3}
          />
        ))}
      {[...among]
        .filter((atom) => drawing.places.has(atom))
        .map((atom) => (
          <circle key={atom} cx={at(atom).x} cy={at(atom).y} r={radius} />
        ))}
    </g>
  );
}

/** Number and clause of each zone, where no atom is in their way; left to the legend where every place is taken. */
function lettersOf(
  drawing: Drawing,
  proof: Proof,
): readonly { readonly place: Place; readonly number: number; readonly clause: string | null }[] {
  return proof.zones.flatMap((zone, index) => {
    const place = placeBeside(drawing, zone.atoms);
    return place === null ? [] : [{ place, number: index + 1, clause: clauseLetter(zone) }];
  });
}

/** `D` of clause (D), `二` of （二）; null where there is no clause, a doubt in its place, or a longer name. */
function clauseLetter({ clause, outcome }: Proof['zones'][number]): string | null {
  const letter = clause.replaceAll(/[()（）\s]/g, '');
  return outcome === 'doubt' || letter === '' || letter.length > CLAUSE_CHARACTERS ? null : letter;
}

/** The class of the tint of the zone at `index`, the same in the drawing and in its legend. */
export function zoneTint(index: number): string {
  return `zone-${String((index % ZONE_TINTS) + 1)}`;
}
