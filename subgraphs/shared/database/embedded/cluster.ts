import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createHash } from 'node:crypto';
import { createServer } from 'node:net';
import { dirname, join, resolve } from 'node:path';
import { locateBinaries } from './binaries';
import { canTraverse, chooseServerUser, type ServerUser } from './serverUser';

export interface RunningCluster {
  readonly port: number;
  /** Folder of its Unix socket, which costs a third less processor time than the loopback; null: it has none. */
  readonly socketFolder: string | null;
  stop(): Promise<void>;
}

export class ClusterBroken extends Error {}

/**
 * Starts the PostgreSQL cluster of a data folder, making it first if need be, on a free port of the loopback.
 * @throws ClusterBroken with PostgreSQL's own reason and what to do
 */
export async function startCluster(
  dataDir: string,
  password: string,
  flags: readonly string[],
): Promise<RunningCluster> {
  const place = join(resolve(dataDir), 'postgres');
  const user = chooseServerUser(place);
  const folder = reachable(place, user);
  const binaries = locateBinaries(user);
  if (!existsSync(join(folder, 'PG_VERSION'))) makeCluster(folder, binaries, user, password);
  await stopOrphan(folder);
  const port = await findFreePort();
  const socketFolder = (await canHoldSocket(folder)) ? folder : null;
  const sockets = `unix_socket_directories=${socketFolder ?? ''}`;
  const settings = [`port=${port}`, 'listen_addresses=127.0.0.1', sockets, ...flags];
  const server = spawn(
    join(binaries, 'postgres'),
    ['-D', folder, ...settings.flatMap((flag) => ['-c', flag])],
    {
      ...user,
      detached: true, // Ctrl-C in the terminal reaches only Node, which closes its connections before it stops the server
      cwd: '/',
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...process.env, LC_ALL: 'C' },
    },
  );
  await untilReady(server, folder);
  return { port, socketFolder, stop: () => stopServer(server) };
}

/** PostgreSQL's user must reach its own folder; where it cannot, the folder lies under /var/lib and is linked. */
function reachable(place: string, user: ServerUser | null): string {
  if (!user || canTraverse(dirname(place), user)) return place;
  const id = createHash('sha256').update(place).digest('hex').slice(0, 16);
  const folder = `/var/lib/skyddsnat/${id}`;
  mkdirSync(dirname(folder), { recursive: true, mode: 0o755 });
  const linked = lstatSync(place, { throwIfNoEntry: false });
  if (linked && !linked.isSymbolicLink()) throw notACluster(place);
  if (!existsSync(place)) {
    rmSync(folder, { recursive: true, force: true }); // left by a data folder that has since been removed
    rmSync(place, { force: true });
    symlinkSync(folder, place);
  }
  return folder;
}

/**
 * A socket's path has at most 107 bytes, PostgreSQL reads commas and quotes in a folder's name as a list's, and some
 * shared folders hold no sockets.
 */
async function canHoldSocket(folder: string): Promise<boolean> {
  const socket = join(folder, '.s.PGSQL.65535');
  if (!/^[\w./-]+$/.test(socket) || socket.length > 107) return false;
  const probe = createServer();
  return new Promise((tell) => {
    probe.once('error', () => tell(false));
    probe.listen(socket, () => probe.close(() => tell(true)));
  });
}

/** Made beside its place and moved there whole, so that an interrupted first start leaves nothing half made. */
function makeCluster(folder: string, binaries: string, user: ServerUser | null, password: string): void {
  if (existsSync(folder)) throw notACluster(folder);
  const unfinished = `${folder}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { recursive: true, mode: 0o700 });
  if (user) chownSync(unfinished, user.uid, user.gid);
  const passwordFile = `${unfinished}.password`;
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (user) chownSync(passwordFile, user.uid, user.gid);
  const made = spawnSync(
    join(binaries, 'initdb'),
    [
      '-D',
      unfinished,
      '-U',
      'postgres',
      '-A',
      'scram-sha-256',
      '-E',
      'UTF8',
      '--locale=C',
      '--no-sync',
      `--pwfile=${passwordFile}`,
    ],
    { ...user, cwd: '/', env: { ...process.env, LC_ALL: 'C' } },
  );
  rmSync(passwordFile);
  if (made.status !== 0) {
    const reason = made.error?.message ?? lastLines(made.stderr.toString());
    throw new ClusterBroken(`PostgreSQL could not make its data folder ${folder}: ${reason}`);
  }
  chmodSync(unfinished, 0o700);
  renameSync(unfinished, folder);
}

function notACluster(folder: string): ClusterBroken {
  return new ClusterBroken(
    `${folder} is not a PostgreSQL data folder this run can use. Move it away (\`mv ${folder} ${folder}.old\`) and start again.`,
  );
}

/** A run that was killed leaves its server behind; it is asked to stop so that this run can start its own. */
async function stopOrphan(folder: string): Promise<void> {
  await stopServerOf(folder);
  // Each run has a port of its own, and a server that was killed leaves the socket named after it.
  const sockets = readdirSync(folder).filter((name) => name.startsWith('.s.PGSQL.'));
  for (const name of sockets) rmSync(join(folder, name));
}

async function stopServerOf(folder: string): Promise<void> {
  const file = join(folder, 'postmaster.pid');
  if (!existsSync(file)) return;
  const pid = Number(readFileSync(file, 'utf8').split('\n')[0]);
  if (!isPostgres(pid)) return;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; waited < 10_000 && existsSync(file); waited += 50) await pause(50);
  if (existsSync(file) && isPostgres(pid)) {
    throw new ClusterBroken(
      `A PostgreSQL of an earlier run (process ${pid}) does not stop. End it with \`kill -QUIT ${pid}\`.`,
    );
  }
}

function isPostgres(pid: number): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes('postgres');
  } catch {
    return false;
  }
}

async function untilReady(server: ChildProcess, folder: string): Promise<void> {
  let output = '';
  await new Promise<void>((ready, fail) => {
    server.once('error', fail);
    server.once('exit', (code) =>
      fail(
        new ClusterBroken(
          `PostgreSQL did not start on ${folder} (exit ${code}): ${lastLines(output)}\n` +
            `If the folder is damaged, restore a backup, or move it away (\`mv ${folder} ${folder}.old\`) to start empty.`,
        ),
      ),
    );
    server.stderr?.on('data', (chunk: Buffer) => {
      output = (output + chunk.toString()).slice(-4_000);
      if (output.includes('ready to accept connections')) ready();
    });
  });
  server.removeAllListeners('exit');
  server.stderr?.removeAllListeners('data').resume();
}

async function stopServer(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return;
  const stopped = new Promise((resolveStopped) => server.once('exit', resolveStopped));
  server.kill('SIGINT'); // fast shutdown: ends sessions, writes a checkpoint
  await stopped;
}

function findFreePort(): Promise<number> {
  return new Promise((found, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number };
      probe.close(() => found(port));
    });
  });
}

function lastLines(text: string): string {
  return text.trim().split('\n').slice(-4).join(' | ');
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolvePause) => setTimeout(resolvePause, milliseconds));
}
