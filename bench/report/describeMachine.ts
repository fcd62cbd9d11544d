import { execFileSync } from 'node:child_process';
import { cpus, release, totalmem, type } from 'node:os';
import { projectFolder } from '../../schema/files';

/** What the numbers depend on, in a line: machine, Node.js, commit. */
export function describeMachine(): string {
  const processors = cpus();
  const memory = Math.round(totalmem() / 1024 ** 3);
  return [
    `${processors.length} × ${processors[0]?.model.trim() || process.arch}`,
    `${memory} GiB`,
    `${type()} ${release()}`,
    `Node.js ${process.version}`,
    `commit ${readCommit()}`,
  ].join(', ');
}

function readCommit(): string {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: projectFolder(), stdio: ['ignore', 'pipe', 'ignore'] })
      .toString()
      .trim();
  try {
    const changed = git('status', '--porcelain') !== '';
    return `${git('rev-parse', '--short', 'HEAD')}${changed ? ' with changes' : ''}`;
  } catch {
    return 'unknown';
  }
}
