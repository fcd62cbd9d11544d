import { createOutput } from './createOutput';
import { linkCommand } from './linkCommand';
import { namesCommand } from './namesCommand';
import { readArguments } from './readArguments';
import { retrieveCommand } from './retrieveCommand';
import { isFileProblem, UsageProblem } from './usageProblem';

/** `npm run --silent match -- names|retrieve|link …`: answers on standard output, progress on standard error. */
async function main(argv: readonly string[]): Promise<void> {
  const output = createOutput(process.stdout);
  const say = (line: string): void => void process.stderr.write(`${line}\n`);
  const read = readArguments(argv);
  switch (read.command) {
    case 'help':
      await output.write(`${read.text}\n`);
      break;
    case 'names':
      await namesCommand(read, output, say);
      break;
    case 'retrieve':
      await retrieveCommand(read, output, say);
      break;
    case 'link':
      await linkCommand(read, output, say);
      break;
  }
  await output.end();
}

main(process.argv.slice(2)).catch((error: unknown) => {
  const expected = error instanceof UsageProblem || isFileProblem(error);
  process.stderr.write(`${expected ? (error as Error).message : (error as Error).stack}\n`);
  process.exitCode = expected ? 2 : 1;
});
