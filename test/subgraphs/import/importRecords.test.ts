import { agencySubgraphs, type AgencySubgraph } from '../../../schema/protocol/vocabulary';
import { generateWorld } from '../../../subgraphs/demo/generateWorld';
import { readImportOptions } from '../../../subgraphs/import/readImportOptions';
import { id, met, openRegisters, type ImportRegisters } from './registers';

const now = new Date('2026-11-21T13:00:00Z');
let registers: ImportRegisters;
beforeAll(async () => {
  registers = await openRegisters();
}, 60_000);
afterAll(() => registers?.close());

const run: ImportRegisters['run'] = (...given) => registers.run(...given);
const refusal: ImportRegisters['refusal'] = (...given) => registers.refusal(...given);
const query = <T>(agency: AgencySubgraph, sql: string): Promise<T[]> => registers.query<T>(agency, sql);
const write = (extension: string, text: string | Buffer): string => registers.write(extension, text);
const ndjson = (records: readonly unknown[]): string => registers.ndjson(records);
const count = async (agency: AgencySubgraph): Promise<number> =>
  (await query<{ n: number }>(agency, 'SELECT count(*)::int AS n FROM child'))[0]!.n;

describe('importing', () => {
  test.each(agencySubgraphs)(
    'brings what %s exports into its register, and sent again changes nothing',
    async (agency) => {
      const records = [...generateWorld({ children: 300, seed: 5, now })].flatMap(
        (child) => child[agency] ?? [],
      );
      const file = ndjson(records);
      const told: number[] = [];
      const first = await run(agency, file, [], { onProgress: (_, part) => told.push(part) });
      expect(first).toEqual({ imported: records.length, changed: 0, unchanged: 0, absent: 0 });
      expect(told.at(-1)).toBe(1);
      expect(await count(agency)).toBe(records.length);
      const again = await run(agency, file);
      expect(again).toEqual({ imported: 0, changed: 0, unchanged: records.length, absent: 0 });
      expect(await count(agency)).toBe(records.length);
    },
    60_000,
  );

  test('lets a search find the children by their keys', async () => {
    await run('police', ndjson([met(1)]));
    const [row] = await query<{ keys: number }>(
      'police',
      `SELECT cardinality(search_keys) AS keys FROM child WHERE id = '${id(1)}'`,
    );
    expect(row!.keys).toBeGreaterThan(0);
  });

  test('reads CSV, whose columns are paths into the record', async () => {
    const head =
      'id,identity.names.0.full,identity.names.0.kind,identity.sex,identity.births.0.kind,identity.births.0.statedAge,identity.births.0.statedOn,identity.phones.0,nationalAlertActive';
    const file = write(
      'csv',
      `${head}\r\n${id(2)},"Reza, Ali",STATED,MALE,STATED,15,2026-01-01,070-1740605,true\r\n`,
    );
    expect(await run('police', file)).toMatchObject({ imported: 1, unchanged: 0 });
    const [row] = await query(
      'police',
      `SELECT identity, national_alert_active AS alert FROM child WHERE id = '${id(2)}'`,
    );
    expect(row).toEqual({
      alert: true,
      identity: {
        names: [{ full: 'Reza, Ali', kind: 'STATED' }],
        births: [{ kind: 'STATED', statedAge: 15, statedOn: '2026-01-01' }],
        sex: 'MALE',
        phones: ['070-1740605'],
      },
    });
  });

  test('in a dry run says what would happen and writes nothing', async () => {
    const before = await count('police');
    expect(await run('police', ndjson([met(3), met(1)]), ['--dry-run'])).toMatchObject({
      imported: 1,
      unchanged: 1,
    });
    expect(await count('police')).toBe(before);
  });
});

describe('an import is refused whole', () => {
  test('with every bad line, where in it and why', async () => {
    const before = await count('police');
    const file = write(
      'ndjson',
      [
        JSON.stringify(met(4)),
        '{"id": ',
        '',
        JSON.stringify(met(5, { nationality: 'ERI' })),
        JSON.stringify(
          met(6, { foundEvents: [{ id: 'x', foundIn: '9999', at: 'idag', by: 'ME', identityKnown: true }] }),
        ),
      ].join('\n'),
    );
    const problems = await refusal('police', file);
    expect(problems.map(({ line, path }) => [line, path])).toEqual([
      [2, ''],
      [4, ''],
      [5, 'foundEvents.0.foundIn'],
      [5, 'foundEvents.0.at'],
      [5, 'foundEvents.0.by'],
    ]);
    expect(problems[1]!.reason).toContain('nationality');
    expect(await count('police')).toBe(before);
  });

  test('for a reference that is in the file twice, and for what only the database sees, by line', async () => {
    const before = await count('police');
    expect(await refusal('police', ndjson([met(7), met(8), met(7)]))).toMatchObject([
      { line: 3, path: 'id' },
    ]);
    expect(await count('police')).toBe(before);
    const assignment = { municipality: '0180', assignedOn: '2026-01-01', ground: 'NEXT_IN_TURN' };
    const child = (last: number, more: object) => ({
      id: id(last),
      names: [{ full: 'Ali Reza', kind: 'REGISTERED' }],
      ...more,
    });
    const twoInForce = [child(1, {}), child(2, { assignments: [assignment, assignment] })];
    expect(await refusal('migration', ndjson(twoInForce))).toMatchObject([{ line: 2 }]);
    const episode = {
      id: 'e-1',
      abscondedAt: '2026-11-01T20:00:00Z',
      arrivalStage: false,
      abscondedFrom: '0180',
    };
    const cases = (last: number, episodes: object[]) => met(last, { socialCases: [], episodes });
    const shared = [cases(1, []), cases(2, [episode]), cases(3, [episode])];
    expect(await refusal('municipality', ndjson(shared))).toMatchObject([{ line: 3 }]);
    const taken = [child(1, { dossierNumber: '12-1' }), child(2, { dossierNumber: '12-1' })];
    expect(await refusal('migration', ndjson(taken))).toMatchObject([{ line: 2 }]);
  });

  test('for a child that was imported with other content, or is there otherwise', async () => {
    await run('police', ndjson([met(9)]));
    const changed = met(9, { nationalAlertActive: true });
    expect(await refusal('police', ndjson([changed]))).toMatchObject([{ line: 1, path: 'id' }]);
    await query('police', `DELETE FROM imported WHERE id = '${id(9)}'`);
    expect(await refusal('police', ndjson([met(9)]))).toMatchObject([{ line: 1, path: 'id' }]);
  });

  test('for rows of CSV that are none', async () => {
    const file = write('csv', `id,identity.sex\n${id(10)},MALE,too much\n`);
    expect(await refusal('police', file)).toMatchObject([{ line: 2 }]);
    const polluting = write('csv', `id,__proto__.polluted,constructor.prototype.polluted\n${id(10)},1,1\n`);
    expect((await refusal('police', polluting)).every(({ line }) => line === 1)).toBe(true);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test('telling the first hundred problems and how many there are', async () => {
    const file = write('ndjson', 'nonsense\n'.repeat(5_000));
    expect(await refusal('police', file)).toHaveLength(100);
    await expect(run('police', file)).rejects.toThrow('… 5000 fel / problems');
  });

  test('when it is interrupted', async () => {
    const before = await count('police');
    const interruption = new AbortController();
    const file = ndjson(Array.from({ length: 6_000 }, (_, index) => met(1_000 + index)));
    const stopped = run('police', file, [], {
      signal: interruption.signal,
      onProgress: (records) => {
        if (records >= 4_000) interruption.abort(new Error('enough'));
      },
    });
    await expect(stopped).rejects.toThrow('enough');
    expect(await count('police')).toBe(before);
  });
});

test.each([
  [['--agency', 'customs', 'a.ndjson'], 'customs'],
  [['--agency', 'police', 'a.xlsx'], 'a.xlsx'],
  [['--agency', 'police'], '.ndjson'],
  [['--agency', 'police', 'a.csv', 'b.csv'], '2 filer'],
  [['--agency', 'police', '--force', 'a.csv'], '--force'],
])('the command line %j is refused with what was got', (argv, got) => {
  expect(() => readImportOptions(argv)).toThrow(got);
});
