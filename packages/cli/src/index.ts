export { EXIT, type ExitCode } from './terminal/exit-code.ts';
export { run } from './run.ts';
export type { Terminal } from './terminal/terminal.ts';
