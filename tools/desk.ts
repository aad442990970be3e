import { spawn } from 'node:child_process';
import { type RunningNode, serveNode, stopOnSignals } from '@custody/server';

const HOST = '127.0.0.1';
const FIRST_PORT = 7788;
const PORTS_TRIED = 100;
const LAST_PORT = 65_535;

const node = await start(process.env['PORT'] ?? '');
if (node !== null) {
  process.stdout.write(`Custody desk: ${node.url}\nStop it with Ctrl-C.\n`);
  if (!node.hasDesk) process.stderr.write('The desk is not built; only the API answers. To do: npm start.\n');
  stopOnSignals(node);
  openIfWanted(node.url);
}

/** On `wanted` where it is given, otherwise on the first free port from 7788; null, having said why, on neither. */
async function start(wanted: string): Promise<RunningNode | null> {
  if (wanted !== '' && (!/^\d{1,5}$/.test(wanted) || Number(wanted) > LAST_PORT)) {
    return refuse(`PORT=${wanted} is not a port.`, `give a number from 0 to ${LAST_PORT}.`);
  }
  try {
    return wanted === ''
      ? await serveNode({ port: FIRST_PORT, portsTried: PORTS_TRIED, host: HOST })
      : await serveNode({ port: Number(wanted), host: HOST });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error;
    return wanted === ''
      ? refuse(
          `All ports from ${FIRST_PORT} to ${FIRST_PORT + PORTS_TRIED - 1} are taken.`,
          'give a free one: PORT=9000 npm start.',
        )
      : refuse(`Port ${wanted} is taken or may not be used.`, 'give another PORT, or leave it out.');
  }
}

function refuse(message: string, todo: string): null {
  process.stderr.write(`${message}\n  To do: ${todo}\n`);
  process.exitCode = 2;
  return null;
}

/** Opens the desk in a browser only when asked to: CUSTODY_OPEN=1 on a terminal. */
function openIfWanted(url: string): void {
  if (process.env['CUSTODY_OPEN'] !== '1' || !process.stdout.isTTY) return;
  const opener =
    process.platform === 'darwin' ? 'open' : process.platform === 'win32' ? 'explorer' : 'xdg-open';
  const child = spawn(opener, [url], { stdio: 'ignore', detached: true });
  // No opener on this machine: the address is printed all the same.
  child.on('error', () => undefined);
  child.unref();
}
