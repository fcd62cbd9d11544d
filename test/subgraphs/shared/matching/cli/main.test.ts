import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const folder = mkdtempSync(join(tmpdir(), 'skyddsnat-match-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const program = resolve(__dirname, '../../../../../subgraphs/shared/matching/cli/main.ts');

interface Run {
  readonly code: number;
  readonly lines: string[];
  readonly errors: string;
}

function match(...args: string[]): Run {
  try {
    const out = execFileSync(process.execPath, ['-r', '@swc-node/register', program, ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    return { code: 0, lines: out.split('\n').slice(0, -1), errors: '' };
  } catch (error) {
    const { status, stdout, stderr } = error as { status: number; stdout: string; stderr: string };
    return { code: status, lines: stdout.split('\n').slice(0, -1), errors: stderr };
  }
}

function file(name: string, text: string): string {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
}

test('names answers one line for each line', () => {
  const pairs = file('pairs.tsv', '\ufeffAli Reza\tali reza\r\nMuhamad\tمحمد\nSamir\tSamira\n\t\n');
  const { code, lines } = match('names', pairs);
  expect(code).toBe(0);
  expect(lines.map((line) => line.split('\t')[0])).toEqual(['EXACT', 'CLOSE', 'DIFFERENT', 'DIFFERENT']);
  for (const line of lines) expect(line).toMatch(/^[A-Z]+\t-?\d+\.\d\d$/u);
});

test('names says which line does not hold two columns', () => {
  const { code, errors } = match('names', file('one.tsv', 'Ali\tAli\nAli\n'));
  expect(code).toBe(2);
  expect(errors).toContain('Line 2');
});

test('retrieve writes the best candidates of each query, best first', () => {
  const queries = file('queries.txt', 'Muhamad Rahimy\nعبدالرحمن\n');
  const candidates = file('candidates.txt', 'Karim Rahimi\nMohammed Rahimi\nAbdirahman\nSelam\n');
  const { code, lines } = match('retrieve', queries, candidates, '--top', '2');
  expect(code).toBe(0);
  const cells = lines.map((line) => line.split('\t'));
  expect(cells[0]!.slice(0, 3)).toEqual(['Muhamad Rahimy', '1', 'Mohammed Rahimi']);
  expect(cells.filter(([query]) => query === 'Muhamad Rahimy')).toHaveLength(2);
  expect(cells.find(([query]) => query === 'عبدالرحمن')).toEqual(
    expect.arrayContaining(['1', 'Abdirahman', 'CLOSE']),
  );
});

const head = 'rec_id,given_name,surname,date_of_birth\n';
const fields = ['--id', 'rec_id', '--fields', 'given=given_name,family=surname,birthDate=date_of_birth'];
const strangers = Array.from(
  { length: 60 },
  (_, at) =>
    `s${at},${letters(at * 7919)},${letters(at * 104_729)},19${10 + at}0${1 + (at % 9)}1${at % 10}\n`,
).join('');

/** A pronounceable word for each number. */
function letters(number: number): string {
  const syllables = ['ba', 'ri', 'tu', 'ke', 'lo', 'ma', 'ni', 'so', 'da', 'fe'];
  return [...String(number + 10_000)].map((digit) => syllables[Number(digit)]).join('');
}

test('link finds the rows of one person in two files, whatever the quotes and the form of the date', () => {
  const one = file('a.csv', `${head}a1,"Anna, Maria",lindqvist,19900412\na2,erik,,\n${strangers}`);
  const other = file('b.csv', `${head}b1,Anna Maria,"Lindkvist",1990-04-12\nb2,berit,aas,20010101\n`);
  const { code, lines } = match('link', one, other, ...fields);
  expect(code).toBe(0);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^a1\tb1\t\d+\.\d\d\t(CERTAIN|PROBABLE|LIKELY)$/u);
});

test('link finds duplicates within one file, names in the wrong fields included', () => {
  const rows = 'd1,jonathan,ekelund,19850303\nd2,ekelund,jonathan,19850303\nd3,jonatan,ekelund,\n';
  const { lines } = match('link', file('c.csv', head + rows + strangers), ...fields);
  expect(lines.map((line) => line.split('\t').slice(0, 2).sort().join())).toContain('d1,d2');
});

test.each([
  [['link', 'A', '--id', 'rec_id', '--fields', 'given=fornamn'], 'no column fornamn'],
  [['link', 'A', '--id', 'rec_id', '--fields', 'sex=kon'], '--fields takes'],
  [['link', 'A', '--fields', 'given=given_name'], '--id'],
  [['link', 'A', 'A', 'A', ...fields], 'got 3'],
  [['names', 'MISSING'], 'no such file'],
  [['retrieve', 'A', 'A', '--top', '0'], '--top'],
  [['guess'], 'no command "guess"'],
  [[], 'Usage'],
])('%j ends with 2 and says why', (args, reason) => {
  const path = file('a1.csv', `${head}a1,x,y,\n`);
  const { code, errors, lines } = match(
    ...args.map((arg) => (arg === 'A' ? path : arg === 'MISSING' ? join(folder, 'none.tsv') : arg)),
  );
  expect([code, lines]).toEqual([2, []]);
  expect(errors).toContain(reason);
});

test('a row with an unclosed quote, and an id that stands twice, are told with their file', () => {
  const broken = file('broken.csv', `${head}a1,"x,y,\n`);
  expect(match('link', broken, ...fields)).toMatchObject({
    code: 2,
    errors: expect.stringContaining(broken),
  });
  const twice = file('twice.csv', `${head}a1,x,y,\na1,x,y,\n`);
  expect(match('link', twice, ...fields)).toMatchObject({ code: 2, errors: expect.stringContaining('a1') });
});

test('a reader that has seen enough is no error', async () => {
  const pairs = file('many.tsv', 'Ali\tCali\n'.repeat(100_000));
  const child = spawn(process.execPath, ['-r', '@swc-node/register', program, 'names', pairs]);
  let errors = '';
  child.stderr.on('data', (data) => (errors += String(data)));
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((ended) => child.once('close', ended));
  expect([code, errors]).toEqual([0, expect.not.stringContaining('EPIPE')]);
});
