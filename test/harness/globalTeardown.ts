import { removeDataDir } from '../../bench/measured/removeDataDir';

export default async function globalTeardown(): Promise<void> {
  const running = globalThis.testPostgres;
  if (!running) return;
  await running.server.stop();
  removeDataDir(running.folder);
}
