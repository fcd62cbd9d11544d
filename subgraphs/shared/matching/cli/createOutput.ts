import { once } from 'node:events';
import type { Writable } from 'node:stream';

/** Lines to whoever reads them, no faster than they are read. */
export interface Output {
  /** Resolves when more may be written; false once the reader has gone. */
  write(text: string): Promise<boolean> | boolean;
  end(): Promise<void>;
}

const chunk = 32_768;

/** A reader that has seen enough (`| head`) closes the pipe: then the rest is not written, and that is no error. */
export function createOutput(stream: Writable): Output {
  let waiting = '';
  let gone = false;
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
    gone = true;
  });
  const flush = async (): Promise<boolean> => {
    const text = waiting;
    waiting = '';
    if (gone || text === '') return !gone;
    if (!stream.write(text))
      await Promise.race([once(stream, 'drain'), once(stream, 'close')]).catch(() => undefined);
    return !gone;
  };
  return {
    write(text) {
      if (gone) return false;
      waiting += text;
      return waiting.length < chunk ? true : flush();
    },
    end: async () => {
      await flush();
    },
  };
}
