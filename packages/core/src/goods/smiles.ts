export {
  moleculeRead,
  readSmiles,
  readSmilesGraph,
  smilesOfLine,
  type SmilesGraph,
} from './smiles-reader.ts';
export { writeSmiles } from './smiles-writer.ts';
export type { SmilesOptions } from './smiles-writer.ts';
