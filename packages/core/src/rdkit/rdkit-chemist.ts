import type { MainModule, Mol } from '@rdkit/rdkit';
import { accepted } from '../kernel/index.ts';
import type { Outcome } from '../kernel/index.ts';
import { hillText, readInchi, writeSmiles } from '../goods/index.ts';
import type { ChemicalIdentity, Chemist } from '../goods/index.ts';
import { drawingDetails, inkOnly } from './rdkit-drawing.ts';
import { structureProblem, tooMuch } from './structure-limits.ts';

/**
 * RDKit's WASM build as a `Chemist`. Sober about its edges, each of them measured:
 *
 * - `get_mol('')` is a molecule without atoms whose `get_json()` throws: blanks are refused before.
 * - Long chains (InChI, from about 700 atoms) and deep parentheses (SMILES, from about 700) overflow its stack, and
 *   after that every call fails: limits are checked before, and a module that failed is not asked again.
 * - Its objects are not collected: each is deleted where it was made.
 * - It makes InChI and does not read it: `readInchi` makes the structure, and RDKit must make the same InChI of it.
 */
export function rdkitChemist(module: MainModule): Chemist {
  module.disable_logging();
  return new RdkitChemist(module);
}

const NO_INCHI = structureProblem('structure-no-inchi', 'No InChI can be made of this structure.');

class RdkitChemist implements Chemist {
  readonly name: string;
  private readonly module: MainModule;
  private stopped = false;

  constructor(module: MainModule) {
    this.module = module;
    this.name = `RDKit ${module.version()} (WASM)`;
  }

  identify(smiles: string): Outcome<ChemicalIdentity> {
    return this.withSmiles(smiles, (mol) => this.identityOf(mol));
  }

  key(smiles: string): Outcome<string> {
    return this.withSmiles(smiles, (mol) => {
      const inchi = mol.get_inchi();
      return inchi === '' ? NO_INCHI : accepted(this.module.get_inchikey_for_inchi(inchi));
    });
  }

  read(text: string, format: 'inchi' | 'mol'): Outcome<string> {
    return format === 'inchi' ? this.readInchi(text.trim()) : this.readMolBlock(text);
  }

  draw(
    smiles: string,
    size: { readonly width: number; readonly height: number },
    highlight: readonly number[] = [],
  ): Outcome<string> {
    return this.withSmiles(smiles, (mol) => {
      const details = drawingDetails(size, highlight, mol.get_num_atoms(), bondsOf(mol));
      if (!details.ok) return details;
      return accepted(inkOnly(mol.get_svg_with_highlights(JSON.stringify(details.value))));
    });
  }

  private identityOf(mol: Mol): Outcome<ChemicalIdentity> {
    const inchi = mol.get_inchi();
    if (inchi === '') return NO_INCHI;
    const inchikey = this.module.get_inchikey_for_inchi(inchi);
    const { amw } = JSON.parse(mol.get_descriptors()) as { amw: number };
    return accepted({ smiles: mol.get_smiles(), inchi, inchikey, formula: formulaOf(mol), mass: amw });
  }

  private readMolBlock(text: string): Outcome<string> {
    const limit = tooMuch(text, 'mol');
    if (limit !== null) return limit;
    if (!text.includes('M  END')) {
      return structureProblem(
        'mol-incomplete',
        'The mol block has no line "M  END": it is cut off or no mol block.',
      );
    }
    return this.withMol(text, (mol) => accepted(mol.get_smiles()));
  }

  /** Our reader makes structures of the InChI; the one of which RDKit makes the same InChI is given out. */
  private readInchi(inchi: string): Outcome<string> {
    const read = readInchi(inchi);
    if (!read.ok) return read;
    for (const molecule of read.value) {
      const again = this.withSmiles(writeSmiles(molecule), (mol) =>
        accepted(mol.get_inchi() === inchi ? mol.get_smiles() : null),
      );
      if (again.ok && again.value !== null) return accepted(again.value);
      if (!again.ok && (this.stopped || again.problem.code === 'structure-too-large')) return again;
    }
    return structureProblem(
      'inchi-not-rebuilt',
      'No structure could be made of this InChI of which the toolkit makes the same InChI again.',
      'Compare the InChI with its source, or give the structure as SMILES or as a mol file.',
    );
  }

  private withSmiles<T>(smiles: string, use: (mol: Mol) => Outcome<T>): Outcome<T> {
    return tooMuch(smiles, 'smiles') ?? this.withMol(smiles, use);
  }

  /** Makes a molecule, uses it, deletes it. Whatever RDKit throws becomes a refusal. */
  private withMol<T>(text: string, use: (mol: Mol) => Outcome<T>): Outcome<T> {
    if (this.stopped) {
      return structureProblem(
        'toolkit-stopped',
        `${this.name} has failed and was stopped.`,
        'Load the toolkit again.',
      );
    }
    let mol: Mol | null = null;
    try {
      mol = this.module.get_mol(text);
      if (mol === null)
        return structureProblem('structure-unreadable', 'The toolkit cannot read this structure.');
      const limit = tooMuch(mol.get_num_atoms());
      return limit ?? use(mol);
    } catch (error) {
      // A trap leaves the module's memory in no known state.
      this.stopped = true;
      return structureProblem('toolkit-failed', `${this.name} failed on this structure: ${String(error)}`);
    } finally {
      if (!this.stopped) mol?.delete();
    }
  }
}

interface CommonChem {
  readonly molecules: readonly {
    readonly atoms: readonly { readonly z?: number; readonly impHs?: number; readonly chg?: number }[];
    readonly bonds?: readonly { readonly atoms: readonly [number, number] }[];
  }[];
}

function jsonOf(mol: Mol): CommonChem['molecules'][number] | undefined {
  return (JSON.parse(mol.get_json()) as CommonChem).molecules[0];
}

function bondsOf(mol: Mol): readonly (readonly [number, number])[] {
  return jsonOf(mol)?.bonds?.map((bond) => bond.atoms) ?? [];
}

/** Hill formula of the toolkit's own atoms (carbon and no hydrogens are the defaults of its JSON). */
function formulaOf(mol: Mol): string {
  const atoms = jsonOf(mol)?.atoms ?? [];
  const counts = new Map<number, number>();
  const count = (number: number, by: number): void => {
    if (by > 0) counts.set(number, (counts.get(number) ?? 0) + by);
  };
  for (const { z = 6, impHs = 0 } of atoms) {
    count(z, 1);
    count(1, impHs);
  }
  return hillText(
    counts,
    atoms.reduce((sum, { chg = 0 }) => sum + chg, 0),
  );
}
