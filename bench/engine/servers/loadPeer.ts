import { createRequire } from 'node:module';
import { join } from 'node:path';

/** A module from the folder in `BENCH_PEERS_DIR`; the project itself depends on none of those measured beside it. */
export function loadPeer<Module>(name: string): Module {
  const folder = process.env.BENCH_PEERS_DIR;
  if (!folder) throw new Error('BENCH_PEERS_DIR is not set');
  return createRequire(join(folder, 'package.json'))(name) as Module;
}
