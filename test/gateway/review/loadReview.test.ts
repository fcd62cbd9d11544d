import { randomBytes, randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { AuditEntry } from '../../../gateway/audit/auditEntry';
import { grantReading } from '../../../gateway/review/grantReading';
import { loadReview, type Review, type ReviewQuestion } from '../../../gateway/review/loadReview';
import { toCsv } from '../../../gateway/review/toCsv';
import { anEntry, createTestLog, type TestLog } from '../audit/testLog';

const date = '2026-05-04';
let log: TestLog;
let reader: Client;
beforeAll(async () => {
  log = await createTestLog();
  reader = new Client({ connectionString: log.url });
  await reader.connect();
});
afterAll(async () => {
  await reader.end();
  await log.close();
});

const at = (time: string, day = date): Date => new Date(`${day}T${time}:00+02:00`);
const look = (changed: Partial<AuditEntry> = {}): AuditEntry =>
  anEntry({ occurredAt: at('10:00'), principalId: randomUUID(), child: randomUUID(), ...changed });
const review = async (
  entries: readonly AuditEntry[],
  question: Partial<ReviewQuestion> = {},
): Promise<Review> => {
  await log.refill([entries]);
  return loadReview(reader, { date, share: 0, ...question });
};
const reasonsOf = ({ entries }: Review): string[] => entries.flatMap(({ reasons }) => reasons).sort();

test('the sample is the stated share of the day’s looks, rounded up, and the same whenever it is drawn', async () => {
  const entries = Array.from({ length: 41 }, () => look());
  const drawn = await review(
    [...entries, look({ occurredAt: at('23:30', '2026-05-03') }), look({ child: null })],
    {
      share: 0.05,
    },
  );
  expect(drawn).toMatchObject({ looks: 41, sampled: 3 });
  expect(await loadReview(reader, { date, share: 0.05 })).toEqual(drawn);
  const all = await loadReview(reader, { date, share: 1 });
  expect(all.sampled).toBe(41);
});

test('another date draws another sample', async () => {
  const operations = Array.from({ length: 60 }, () => ({ operationId: randomUUID(), child: randomUUID() }));
  const draw = async (day: string): Promise<number[]> => {
    const entries = operations.map((operation) => look({ ...operation, occurredAt: at('10:00', day) }));
    const { entries: drawn } = await review(entries, { date: day, share: 0.1 });
    return drawn
      .map(({ operation }) => operations.findIndex(({ operationId }) => operationId === operation))
      .sort();
  };
  expect(await draw('2026-05-04')).not.toEqual(await draw('2026-05-05'));
});

test('the day is the day in Sweden', async () => {
  const { looks } = await review([
    look({ occurredAt: new Date('2026-05-03T21:59:00Z') }),
    look({ occurredAt: new Date('2026-05-03T22:00:00Z') }),
    look({ occurredAt: new Date('2026-05-04T21:59:00Z') }),
    look({ occurredAt: new Date('2026-05-04T22:00:00Z') }),
  ]);
  expect(looks).toBe(2);
});

test('every broken glass is there, with what the same person then saw in the same case', async () => {
  const person = {
    principalId: 'P1',
    role: 'SOCIAL_EMERGENCY',
    agency: 'MUNICIPALITY',
    municipality: '0180',
  } as const;
  const broken = look({
    ...person,
    child: null,
    outcome: 'NO_CHILD',
    fieldsDisclosed: ['Mutation.breakGlass'],
  });
  const { entries } = await review([
    broken,
    look({ ...person, occurredAt: at('10:50') }),
    look({ ...person, occurredAt: at('11:05') }),
    look({ ...person, occurredAt: at('10:50'), caseReference: 'other' }),
    look({ occurredAt: at('10:50') }),
  ]);
  expect(entries.map(({ reasons, at: when }) => [reasons, when.slice(11, 16)])).toEqual([
    [['BREAK_GLASS'], '08:00'],
    [['BREAK_GLASS'], '08:50'],
  ]);
});

test('everything the border police did is there, found or not', async () => {
  const border = { role: 'BORDER_POLICE', purpose: 'IDENTIFICATION' } as const;
  const found = await review([look(border), look({ ...border, child: null, outcome: 'NO_CHILD' }), look()]);
  expect(reasonsOf(found)).toEqual(['BORDER_POLICE', 'BORDER_POLICE']);
});

test('one child in many cases, or again and again in a day, stands out; one case does not', async () => {
  const follower = { principalId: 'P1', child: 'c9' };
  const cases = ['2026-04-29', '2026-05-02', date].map((day, index) =>
    look({ ...follower, occurredAt: at('10:00', day), caseReference: `K-${index}` }),
  );
  expect(reasonsOf(await review(cases))).toEqual(['REPEATED_CHILD']);
  expect(reasonsOf(await review(cases.map((entry) => ({ ...entry, caseReference: 'K-1' }))))).toEqual([]);
  expect(reasonsOf(await review(Array.from({ length: 10 }, () => look(follower))))).toHaveLength(10);
  expect(reasonsOf(await review(Array.from({ length: 9 }, () => look(follower))))).toEqual([]);
});

test('a person with many different children stands out, later for own cases than for a finder', async () => {
  const many = (changed: Partial<AuditEntry>): AuditEntry[] =>
    Array.from({ length: 20 }, () => look({ principalId: 'P1', ...changed }));
  expect(reasonsOf(await review(many({})))).toEqual(Array(20).fill('MANY_CHILDREN'));
  expect(reasonsOf(await review(many({ purpose: 'CASE_WORK', role: 'MIGRATION_OFFICER' })))).toEqual([]);
  expect(reasonsOf(await review(many({ child: 'the same' })))).not.toContain('MANY_CHILDREN');
});

test('reading at night stands out for those who do not work then', async () => {
  const day = {
    role: 'SOCIAL_WORKER',
    agency: 'MUNICIPALITY',
    municipality: '0180',
    purpose: 'CASE_WORK',
  } as const;
  const times = ['05:59', '06:00', '21:59', '22:00'];
  const { entries } = await review([
    ...times.map((time) => look({ ...day, occurredAt: at(time) })),
    look({ ...day, role: 'SOCIAL_EMERGENCY', occurredAt: at('02:00') }),
  ]);
  expect(entries.map(({ reasons, at: when }) => [reasons, when.slice(11, 16)])).toEqual([
    [['NIGHT'], '03:59'],
    [['NIGHT'], '20:00'],
  ]);
});

test('an agency’s reviewer can be given that agency’s people alone', async () => {
  const here = { agency: 'MUNICIPALITY', role: 'SOCIAL_EMERGENCY', municipality: '0180' } as const;
  const entries = [look(here), look({ ...here, municipality: '2580' }), look()];
  expect((await review(entries, { share: 1, agency: 'MUNICIPALITY' })).looks).toBe(2);
  expect((await review(entries, { share: 1, agency: 'MUNICIPALITY', municipality: '0180' })).looks).toBe(1);
});

test('a spreadsheet takes no case number for a formula', async () => {
  const { entries } = await review([look({ caseReference: '=HYPERLINK("x"),1' })], { share: 1 });
  const csv = toCsv(entries.map((entry) => ({ ...entry, secondLook: null })));
  const [header, row] = csv.split('\r\n');
  expect(header).toMatch(/^reasons,at,principal,role,/);
  expect(row).toMatch(/^SAMPLE,2026-05-04T08:00:00\.000Z,/);
  expect(row).toContain(`"'=HYPERLINK(""x""),1"`);
});

test('the role that reads the log for others can neither write it nor see its salts', async () => {
  const role = `auditor_${randomBytes(5).toString('hex')}`;
  const adminUrl = new URL(process.env['TEST_PG_URL'] as string);
  adminUrl.pathname = new URL(log.url).pathname;
  const admin = new Client({ connectionString: adminUrl.toString() });
  await admin.connect();
  await admin.query(`CREATE ROLE ${role} LOGIN PASSWORD '${role}'`);
  await grantReading(log.url, role);
  const url = new URL(log.url);
  url.username = role;
  url.password = role;
  const auditor = new Client({ connectionString: url.toString() });
  await auditor.connect();
  await expect(auditor.query('SELECT child, fields_disclosed FROM audit.entry')).resolves.toBeDefined();
  for (const forbidden of [
    'SELECT child_salt FROM audit.entry',
    'SELECT * FROM audit.checkpoint',
    'DELETE FROM audit.entry',
    `UPDATE audit.entry SET child = NULL`,
  ])
    await expect(auditor.query(forbidden)).rejects.toThrow('permission denied');
  await auditor.end();
  await admin.query(`DROP OWNED BY ${role}`);
  await admin.query(`DROP ROLE ${role}`);
  await admin.end();
});
