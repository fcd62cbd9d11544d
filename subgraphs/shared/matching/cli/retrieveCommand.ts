import { createNameIndex } from '../retrieve/createNameIndex';
import type { Output } from './createOutput';
import { readLines } from './readLines';
import type { RetrieveArguments } from './readArguments';

/** Finds the best candidates for each query: `query<TAB>rank<TAB>candidate<TAB>weight<TAB>LEVEL`, best first. */
export async function retrieveCommand(
  { queries, candidates, top }: RetrieveArguments,
  output: Output,
  say: (line: string) => void,
): Promise<void> {
  const index = createNameIndex();
  for await (const line of readLines(candidates)) index.add(line);
  say(`${index.size} candidates indexed`);
  let count = 0;
  for await (const query of readLines(queries)) {
    count += 1;
    for (const [at, { name, weight, level }] of index.find(query, top).entries()) {
      if (!(await output.write(`${query}\t${at + 1}\t${name}\t${weight.toFixed(2)}\t${level}\n`))) return;
    }
  }
  say(`${count} queries answered`);
}
