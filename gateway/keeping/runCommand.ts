import { UsageProblem } from './arguments';

export interface Command {
  readonly usage: string;
  /** @returns the exit code */
  run(argv: readonly string[], signal: AbortSignal): Promise<number>;
}

/** Runs a command of an administrator: exit 2 for what was asked wrongly, 130 when interrupted, 1 for a fault. */
export function runCommand({ usage, run }: Command): void {
  const argv = process.argv.slice(2);
  if (argv.includes('--help')) {
    process.stdout.write(usage);
    return;
  }
  const interruption = new AbortController();
  process.on('SIGINT', () => interruption.abort());
  process.on('SIGTERM', () => interruption.abort());
  run(argv, interruption.signal).then(
    (code) => {
      process.exitCode = interruption.signal.aborted ? 130 : code;
    },
    (error: Error & { code?: string }) => {
      const wrong = error instanceof UsageProblem || error.code?.startsWith('ERR_PARSE_ARGS');
      process.stderr.write(`${error.message}\n${wrong ? `\n${usage}` : ''}`);
      process.exitCode = wrong ? 2 : 1;
    },
  );
}

/** One line that is written over, on a terminal only. */
export function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
}
