import { pino, stdTimeFunctions } from 'pino';

/** One line of a server's log: never a variable, a value, or anything a client wrote but an operation's name. */
export type LogLine = Readonly<Record<string, unknown>>;

const levels = ['debug', 'info', 'warn', 'error'] as const;
type Level = (typeof levels)[number];

/** Writes each line as JSON, with the time, to a stream such as standard error. */
export function createJsonLog(stream: { write(text: string): unknown }): (line: LogLine) => void {
  const logger = pino(
    { base: null, timestamp: stdTimeFunctions.isoTime, formatters: { level: (level) => ({ level }) } },
    { write: (text) => void stream.write(text) },
  );
  return ({ level, ...line }) => logger[isLevel(level) ? level : 'info'](line);
}

function isLevel(level: unknown): level is Level {
  return (levels as readonly unknown[]).includes(level);
}
