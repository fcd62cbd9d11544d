import { createHash } from 'node:crypto';
import { createReadStream, type ReadStream } from 'node:fs';
import { findLineProblem } from './findLineProblem';
import type { ImportProblem } from './importProblem';
import { readCsv } from './readCsv';
import type { ImportOptions } from './readImportOptions';
import { readLines, type TextLine } from './readLines';

/** One record of a file as it was read, or what is wrong with its line. */
export type ReadRecord =
  { readonly line: number; readonly value: unknown } | { readonly problem: ImportProblem };

/** A file that is being read. */
interface RecordFile {
  readonly records: AsyncGenerator<ReadRecord>;
  /** How far it has come. */
  bytesRead(): number;
  /** Of the whole file, once all of it is read; hexadecimal. */
  sha256(): string;
}

/** Reads a file record by record. Memory is bounded by the longest line. */
export function readRecords(
  { file, format }: Pick<ImportOptions, 'file' | 'format'>,
  isColumn: (path: string) => boolean,
): RecordFile {
  let input: ReadStream | undefined;
  const hash = createHash('sha256');
  // Opened when it is read: a stream that fails or flows before anybody listens is lost.
  const read = async function* (): AsyncGenerator<ReadRecord> {
    input = createReadStream(file);
    const lines = readLines(hashed(input));
    yield* format === 'CSV' ? readCsv(lines, isColumn) : readNdjson(lines);
  };
  async function* hashed(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
  }
  return {
    records: read(),
    bytesRead: () => input?.bytesRead ?? 0,
    sha256: () => hash.copy().digest('hex'),
  };
}

async function* readNdjson(lines: AsyncIterable<TextLine>): AsyncGenerator<ReadRecord> {
  for await (const read of lines) {
    const problem = findLineProblem(read);
    if (problem) yield { problem };
    else if (read.text.trim() !== '') yield readJson(read);
  }
}

function readJson({ line, text, open }: TextLine): ReadRecord {
  try {
    return { line, value: JSON.parse(text) as unknown };
  } catch (error) {
    const code = open ? 'TRUNCATED' : 'NOT_READABLE';
    return { problem: { line, code, path: '', reason: `ingen JSON / no JSON: ${describe(error as Error)}` } };
  }
}

/** Without the piece of the record that the engine quotes: what is told goes into logs. */
function describe({ message }: Error): string {
  return message.replace(/,? ?(\.{3})?"[^]*"(\.{3})? is not valid JSON$/, '');
}
