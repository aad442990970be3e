// Loaded into a measured process (node --import): writes the processor time it used, start included, to the file named
// in CUSTODY_BENCH_CPU, as the last thing it does. Microseconds of user and system time.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const file = process.env.CUSTODY_BENCH_CPU;
  if (file !== undefined) writeFileSync(file, JSON.stringify(process.cpuUsage()));
});
