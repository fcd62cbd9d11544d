import { isUtf8 } from 'node:buffer';

/** One line of a file as text, without its end; or why there is none. */
export interface TextLine {
  /** Counted from 1. */
  readonly line: number;
  readonly text: string;
  readonly problem: 'NOT_UTF8' | 'TOO_LONG' | null;
  /** It is the last, and no line break follows. */
  readonly open: boolean;
}

/** A record is a child; what is longer is none, and is not kept in memory. In bytes. */
export const longestLine = 1_000_000;

const lineFeed = 0x0a;

/** Reads UTF-8 line by line, however long a line is: memory is bounded by the longest that is kept. */
export async function* readLines(input: AsyncIterable<Buffer>): AsyncGenerator<TextLine> {
  let parts: Buffer[] = [];
  let length = 0;
  let line = 1;
  const take = (open: boolean): TextLine => {
    const bytes = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
    const problem = length > longestLine ? 'TOO_LONG' : isUtf8(bytes) ? null : 'NOT_UTF8';
    const read = { line, text: problem ? '' : toText(bytes, line), problem, open } as const;
    [parts, length, line] = [[], 0, line + 1];
    return read;
  };
  for await (const chunk of input) {
    let from = 0;
    for (let end; (end = chunk.indexOf(lineFeed, from)) !== -1; from = end + 1) {
      keep(chunk.subarray(from, end));
      yield take(false);
    }
    keep(chunk.subarray(from));
  }
  if (length > 0) yield take(true);

  function keep(part: Buffer): void {
    length += part.length;
    if (length > longestLine) parts = [];
    else if (part.length > 0) parts.push(part);
  }
}

function toText(bytes: Buffer, line: number): string {
  const text = bytes.toString('utf8');
  return line === 1 && text.startsWith('\uFEFF') ? text.slice(1) : text;
}
