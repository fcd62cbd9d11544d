import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { PlainResponse } from '../plainResponse';

/** A file of the built page: what to send, as it is and in small. */
export interface ConsoleFile {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** Null where nothing is gained. */
  readonly small: Buffer | null;
}

/** The files by path below the page's own address, e.g. `assets/main-3f2a.js`; empty when nothing has been built. */
export type ConsoleFiles = ReadonlyMap<string, ConsoleFile>;

/**
 * Reads the built page into memory: a few hundred kilobytes, and no path of a request ever reaches the disk.
 *
 * @param policy the content security policy of its documents and workers
 */
export function readConsole(folder: string, policy: string): ConsoleFiles {
  if (!existsSync(join(folder, 'index.html'))) return new Map();
  const paths = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && types[extname(entry.name)] !== undefined)
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
  return new Map(paths.map((path) => [path, toFile(readFileSync(join(folder, path)), path, policy)]));
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webmanifest': 'application/manifest+json',
};

function toFile(body: Buffer, path: string, policy: string): ConsoleFile {
  const headers = {
    'content-type': types[extname(path)]!,
    // The name of an asset changes with its content; everything else must be asked for anew.
    'cache-control': path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache',
    'content-security-policy': policy,
    vary: 'accept-encoding',
  };
  const small = path.endsWith('.png') ? null : compress(body);
  return { headers, body, small: small && small.length < body.length ? small : null };
}

function compress(body: Buffer): Buffer {
  return brotliCompressSync(body, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } });
}

export function toResponse(file: ConsoleFile, acceptEncoding: string): PlainResponse {
  const { headers, body, small } = file;
  if (!small || !/\bbr\b/.test(acceptEncoding)) return { status: 200, headers, body };
  return { status: 200, headers: { ...headers, 'content-encoding': 'br' }, body: small };
}
