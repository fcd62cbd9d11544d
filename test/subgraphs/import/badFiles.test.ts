import { id, met, openRegisters, type ImportRegisters } from './registers';

let registers: ImportRegisters;
beforeAll(async () => {
  registers = await openRegisters();
}, 60_000);
afterAll(() => registers?.close());

const refused = async (extension: string, text: string | Buffer): Promise<[number, string][]> =>
  (await registers.refusal('police', registers.write(extension, text))).map(({ line, code }) => [line, code]);

const line = (last: number): string => JSON.stringify(met(last));
const head = 'id,identity.names.0.full,identity.names.0.kind';
const row = (last: number, name = 'Ali Reza'): string => `${id(last)},${name},STATED`;

describe('a file is taken', () => {
  test('with a byte order mark and Windows line ends, in both formats', async () => {
    const json = registers.write('ndjson', `\uFEFF${line(1)}\r\n${line(2)}\r\n`);
    expect(await registers.run('police', json)).toMatchObject({ imported: 2 });
    const csv = registers.write('csv', `\uFEFF${head}\r\n${row(3)}\r\n${row(4)}\r\n`);
    expect(await registers.run('police', csv)).toMatchObject({ imported: 2 });
  });

  test('whose last line has no end, when it is whole', async () => {
    expect(await registers.run('police', registers.write('ndjson', line(5)))).toMatchObject({ imported: 1 });
    const csv = registers.write('csv', `${head}\n${row(6)}`);
    expect(await registers.run('police', csv)).toMatchObject({ imported: 1 });
  });

  test('with line breaks and separators within quoted cells, and lines counted as an editor does', async () => {
    const place = `"id","identity.names.0.full","identity.names.0.kind","foundEvents.0.place"`;
    const csv = `${place}\n${id(7)},"Reza, Ali",STATED,"Utanför\nstationen\n""söder"""\n${id(8)},Ali,NAMED,\n`;
    const lines = (await refused('csv', csv)).map(([at]) => at);
    expect([...new Set(lines)]).toEqual([2, 5]);
  });

  test('as CSV with semicolons, as a Swedish spreadsheet writes it', async () => {
    const csv = registers.write('csv', `${head.replaceAll(',', ';')}\n${id(9)};Reza, Ali;STATED\n`);
    expect(await registers.run('police', csv)).toMatchObject({ imported: 1 });
  });
});

describe('a file is refused with code and line', () => {
  test.each(['ndjson', 'csv'])('when it is empty: %s', async (extension) => {
    expect(await refused(extension, '')).toEqual([[1, 'EMPTY_FILE']]);
    expect(await refused(extension, extension === 'csv' ? `${head}\n` : '\n \n')).toEqual([
      [1, 'EMPTY_FILE'],
    ]);
  });

  test('when it is in another encoding', async () => {
    const latin = (text: string): Buffer => Buffer.from(text, 'latin1');
    const name = line(10).replace('Ali', 'Åke');
    expect(await refused('ndjson', latin(`${line(11)}\n${name}\n`))).toEqual([[2, 'NOT_UTF8']]);
    expect(await refused('csv', latin(`${head}\n${row(11)}\n${row(10, 'Åke')}\n`))).toEqual([
      [3, 'NOT_UTF8'],
    ]);
    const wide = Buffer.from(`\uFEFF${line(10)}\n`, 'utf16le');
    expect((await refused('ndjson', wide))[0]).toEqual([1, 'NOT_UTF8']);
    expect((await refused('csv', wide))[0]).toEqual([1, 'NOT_UTF8']);
  });

  test('when it ends within a record', async () => {
    expect(await refused('ndjson', `${line(12)}\n${line(13).slice(0, -9)}`)).toEqual([[2, 'TRUNCATED']]);
    expect(await refused('csv', `${head}\n${row(12)}\n${id(13)},Al`)).toEqual([[3, 'TRUNCATED']]);
    expect((await refused('csv', `${head}\n${row(12)}\n${id(13)},"Ali`))[0]![1]).toBe('TRUNCATED');
  });

  test('when a line is no record by its length, which memory does not follow', async () => {
    const long = 'x'.repeat(10_000_000);
    expect(await refused('ndjson', `${line(14)}\n${long}\n${line(15)}\n{`)).toEqual([
      [2, 'TOO_LONG'],
      [4, 'TRUNCATED'],
    ]);
    expect(await refused('csv', `${head}\n${row(14)}\n${long}\n`)).toEqual([[3, 'TOO_LONG']]);
    const many = `${head}\n${id(16)},"${'line\n'.repeat(400_000)}",STATED\n`;
    expect((await refused('csv', many))[0]![1]).toBe('NOT_READABLE');
  });

  test('when a child is in it twice, also as it is in the register, with the line of the first', async () => {
    await registers.run('police', registers.ndjson([met(20)]));
    const twice = registers.ndjson([met(21), met(20), met(21), met(20)]);
    const problems = await registers.refusal('police', twice);
    expect(problems.map(({ line: at, code }) => [at, code])).toEqual([
      [3, 'TWICE_IN_FILE'],
      [4, 'TWICE_IN_FILE'],
    ]);
    expect(problems.map(({ reason }) => reason)).toEqual([
      'står på rad 1 / stands on line 1',
      'står på rad 2 / stands on line 2',
    ]);
  });

  test('when it has columns that the format has not, by name, or no head line', async () => {
    const unknown = registers.write('csv', `${head},nationality,identity.names.x.full\n${row(22)},ERI,y\n`);
    expect(await registers.refusal('police', unknown)).toMatchObject([
      { line: 1, code: 'UNKNOWN_COLUMN', path: 'nationality' },
      { line: 1, code: 'UNKNOWN_COLUMN', path: 'identity.names.x.full' },
    ]);
    expect(await refused('csv', `${row(23)}\n${row(24)}\n`)).toEqual([[1, 'NO_HEADER']]);
  });

  test('telling what to do, once for each kind of problem, and nothing of what the records say', async () => {
    const file = registers.write('ndjson', `{"id": "Hemlig\n"Hemlig" x\n${line(25)}\n${line(25)}\n`);
    const error: unknown = await registers.run('police', file).catch((reason: unknown) => reason);
    const { message } = error as Error;
    expect(message.match(/NOT_READABLE: Skriv varje post/g)).toHaveLength(1);
    expect(message).toContain('TWICE_IN_FILE: Ett barn är en post');
    expect(message).toContain('Nothing was written.');
    expect(message).not.toContain('Hemlig');
  });
});
