/** One line of the server's log: never a variable, a value, or anything a client wrote but an operation's name. */
export type LogLine = Readonly<Record<string, unknown>>;
export type Log = (line: LogLine) => void;

/** Writes each line as JSON, with the time, to a stream such as standard error. */
export function createJsonLog(stream: { write(text: string): unknown }, now = () => new Date()): Log {
  return (line) => void stream.write(`${JSON.stringify({ time: now().toISOString(), ...line })}\n`);
}
