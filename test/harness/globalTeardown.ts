import { realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export default async function globalTeardown(): Promise<void> {
  const running = globalThis.testPostgres;
  if (!running) return;
  await running.server.stop();
  rmSync(realpathSync(join(running.folder, 'postgres')), { recursive: true, force: true });
  rmSync(running.folder, { recursive: true, force: true });
}
