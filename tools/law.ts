// Compiles data/ into packages/core/law/law-<digest>.json (`npm run law`); prints what it holds and every problem.
import { relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compileLaw, problemLine, writeLaw } from '../packages/core/src/compile/index.ts';

const DATA = fileURLToPath(new URL('../data', import.meta.url));
const OUT = fileURLToPath(new URL('../packages/core/law', import.meta.url));

const { law, problems } = await compileLaw(DATA);

if (problems.length > 0) {
  const count = `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'} in data/: no law was written.`;
  process.stderr.write(`${problems.map(problemLine).join('\n')}\n\n${count}\n`);
  process.exitCode = 1;
} else {
  const { file, bytes } = writeLaw(law, OUT, DATA);
  const goods = [...law.substances, ...law.equipment];
  const counts: readonly (readonly [string, number])[] = [
    ['substances', law.substances.length],
    ['machine types', law.equipment.length],
    ['names', goods.reduce((sum, one) => sum + one.names.length, 0)],
    ['instruments', law.instruments.length],
    ['controls', law.controls.length],
    ['structural rules', law.rules.length],
    ['coverage rows', law.coverage.length],
    ['duties', law.duties.length],
    ['penalties', law.penalties.length],
    ['conflicts', law.conflicts.length],
  ];
  for (const [what, count] of counts) process.stdout.write(`${String(count).padStart(6)} ${what}\n`);
  process.stdout.write(`${law.digest}, read until ${law.readOn}\n`);
  process.stdout.write(`${relative(process.cwd(), file)} (${(bytes / 1e6).toFixed(1)} MB)\n`);
}
