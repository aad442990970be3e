export { jsonLog, type Log, type LogEntry } from './http/log.ts';
export type { ProblemCode, ProblemDetails } from './http/problem.ts';
export { createNode } from './node.ts';
export type { NodeParts } from './node-parts.ts';
export { type RunningNode, serveNode, type ServeOptions, stopOnSignals } from './serve.ts';
