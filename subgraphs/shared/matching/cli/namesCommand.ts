import { compareNames } from '../compareNames';
import type { Output } from './createOutput';
import type { NamesArguments } from './readArguments';
import { readLines } from './readLines';
import { UsageProblem } from './usageProblem';

/** Compares two names per line; one line out for each line in, `LEVEL<TAB>weight`, the weight in bits. */
export async function namesCommand(
  { pairs }: NamesArguments,
  output: Output,
  say: (line: string) => void,
): Promise<void> {
  let count = 0;
  for await (const line of readLines(pairs)) {
    count += 1;
    const [one, other, ...rest] = line.split('\t');
    if (one === undefined || other === undefined || rest.length > 0)
      throw new UsageProblem(
        `Line ${count} of ${pairs} holds ${line.split('\t').length} columns; two are needed.`,
      );
    const { level, weight } = compareNames(one, other);
    if (!(await output.write(`${level}\t${weight.toFixed(2)}\n`))) return;
  }
  say(`${count} pairs compared`);
}
