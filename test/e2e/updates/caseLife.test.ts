import { storyChildren } from '../../../subgraphs/demo/stories';
import { createTestHub, type Asker, type TestHub } from '../../harness/hub';
import { guardian, happen, investigator, officer, open, query, subscribe, worker } from './updatesHub';

let hub: TestHub;
beforeAll(async () => {
  hub = await createTestHub({ children: storyChildren(new Date()), events: 'POSTGRES' });
}, 60_000);
afterAll(() => hub?.close());

const board = (municipality: string): Asker => ({
  role: 'GUARDIANSHIP_OFFICER',
  municipality,
  sub: `board-${municipality}`,
  purpose: 'GUARDIANSHIP',
});
const askers = {
  own: worker('2580'),
  guardian,
  board: board('2580'),
  officer,
  elsewhere: worker('1280'),
  boardElsewhere: board('0180'),
  investigator,
};

test('that a child has left the country, and that the guardian has reported, is told to whom it concerns', async () => {
  const types = 'types: [LEFT_COUNTRY, GUARDIAN_REPORTED, GUARDIAN_APPOINTED]';
  const subscribers = await Promise.all(
    Object.entries(askers).map(
      async ([name, asker]) =>
        [name, await subscribe(hub, asker, { text: query('type municipality { code }', types) })] as const,
    ),
  );
  await new Promise((resolve) => setTimeout(resolve, 200));
  const hour = (ago: number): string => new Date(Date.now() - ago * 3_600_000).toISOString();
  const report = await hub.ask(
    guardian,
    'mutation ($input: SubmitGuardianReportInput!) { submitGuardianReport(input: $input) { id } }',
    { input: { child: open, absconding: answersAt(hour(30), hour(20)) } },
  );
  expect(report.errors).toEqual([]);
  const left = await hub.ask(
    worker('2580'),
    'mutation ($input: ConfirmLeftCountryInput!) { confirmLeftCountry(input: $input) { id } }',
    { input: { child: open, by: 'POLICE', country: 'DEU' } },
  );
  expect(left.errors).toEqual([]);
  await happen(hub, 'guardianship', 'GUARDIAN_APPOINTED', open, '2580');
  const told = Object.fromEntries(subscribers);
  // The boards' events come in order: whoever has had the appointment has had the report, if it was theirs.
  await Promise.all([told['own']!.until(2), told['guardian']!.until(3), told['board']!.until(3)]);
  const typesOf = (name: string): unknown[] =>
    told[name]!.updates.map(({ data }) => data.caseUpdates.type as string).sort();
  expect(typesOf('own')).toEqual(['GUARDIAN_APPOINTED', 'LEFT_COUNTRY']);
  expect(typesOf('guardian')).toEqual(['GUARDIAN_APPOINTED', 'GUARDIAN_REPORTED', 'LEFT_COUNTRY']);
  expect(typesOf('board')).toEqual(['GUARDIAN_APPOINTED', 'GUARDIAN_REPORTED', 'LEFT_COUNTRY']);
  expect(typesOf('officer')).not.toContain('GUARDIAN_REPORTED');
  for (const name of ['elsewhere', 'boardElsewhere', 'investigator']) expect(typesOf(name)).toEqual([]);
  for (const [, subscriber] of subscribers) subscriber.leave();
});

function answersAt(disappearedAt: string, informedAt: string): object {
  const informed = ['migrationAgency', 'socialServices', 'home', 'school'].flatMap((who) => [
    [`${who}Informed`, true],
    [`${who}InformedAt`, informedAt],
  ]);
  return {
    disappearedAt,
    policeReported: false,
    ...(Object.fromEntries(informed) as object),
    closePersonsAsked: false,
    closePersonsNotAskedBecause: 'Ingen känd',
    riskOrCrimeSuspected: true,
    leftCountryLikely: false,
    boardToldByOthers: false,
    dutyUnderstood: true,
  };
}
