import { linkRecords } from '../link/linkRecords';
import type { LinkInput } from '../link/linkRecord';
import type { Output } from './createOutput';
import { readDate } from './readDate';
import { readRows } from './readRows';
import { UsageProblem } from './usageProblem';
import type { LinkArguments } from './readArguments';

/** Links two files, or finds duplicates within one: `id<TAB>id<TAB>weight<TAB>GRADE`, the surest pair first. */
export async function linkCommand(
  { files, id, fields }: LinkArguments,
  output: Output,
  say: (line: string) => void,
): Promise<void> {
  const [one, other] = files;
  const left = await readInputs(one, id, fields, say);
  const right = other === undefined ? null : await readInputs(other, id, fields, say);
  for (const pair of linkRecords(left, right, say)) {
    const line = `${pair.one}\t${pair.other}\t${pair.weight.toFixed(2)}\t${pair.grade}\n`;
    if (!(await output.write(line))) return;
  }
}

async function readInputs(
  path: string,
  id: string,
  fields: LinkArguments['fields'],
  say: (line: string) => void,
): Promise<LinkInput[]> {
  const inputs: LinkInput[] = [];
  const seen = new Set<string>();
  let unread = 0;
  for await (const row of readRows(path, [id, ...Object.values(fields)])) {
    const value = row[id]!;
    if (value === '') throw new UsageProblem(`Row ${inputs.length + 1} of ${path} has no ${id}.`);
    if (seen.has(value)) throw new UsageProblem(`${id} ${value} stands twice in ${path}.`);
    seen.add(value);
    const text = fields.birthDate ? row[fields.birthDate]! : '';
    const birthDate = readDate(text);
    if (text !== '' && birthDate === null) unread += 1;
    const { given, family } = fields;
    inputs.push({
      id: value,
      given: given ? row[given]! : '',
      family: family ? row[family]! : '',
      birthDate,
    });
  }
  if (unread > 0) say(`${path}: ${unread} birth dates cannot be read and count as missing`);
  return inputs;
}
