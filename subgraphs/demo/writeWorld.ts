import { once } from 'node:events';
import { createWriteStream, mkdirSync, renameSync, rmSync, type WriteStream } from 'node:fs';
import { finished } from 'node:stream/promises';
import { join } from 'node:path';
import { agencySubgraphs } from '../../schema/protocol/vocabulary';
import type { DemoChild } from './demoChild';
import type { LoadWorldOptions } from './loadWorld';

/** Children between two lines of progress. */
const between = 2_000;

/**
 * Writes each agency's records as it would export them, to `FOLDER/<agency>.ndjson`. A file takes its name when it is
 * whole; memory does not grow with the number of children.
 */
export async function writeWorld(
  folder: string,
  children: Iterable<DemoChild>,
  { onProgress, signal }: LoadWorldOptions = {},
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  const files = agencySubgraphs.map((agency) => {
    const path = join(folder, `${agency}.ndjson`);
    return { agency, path, stream: createWriteStream(`${path}.part`) };
  });
  try {
    let written = 0;
    for (const child of children) {
      for (const { agency, stream } of files) {
        const record = child[agency];
        if (record) await write(stream, `${JSON.stringify(record)}\n`);
      }
      written += 1;
      if (written % between !== 0) continue;
      signal?.throwIfAborted();
      onProgress?.(written);
    }
    for (const { stream } of files) await finished(stream.end());
    for (const { path } of files) renameSync(`${path}.part`, path);
    onProgress?.(written);
  } finally {
    for (const { path, stream } of files) {
      stream.destroy();
      rmSync(`${path}.part`, { force: true });
    }
  }
}

async function write(stream: WriteStream, line: string): Promise<void> {
  if (!stream.write(line)) await once(stream, 'drain');
}
