import { Client } from 'pg';
import { auditor, investigator, luleå, patrol, system, two, worker, type Race, type Round } from './race';

const field = 'Placement.address';
const ask = { fields: [field], reason: 'Vi söker barnet i kväll.' };
const request = ({ change }: Round) => change(investigator('asks'), 'requestDisclosure', ask);
const grant = { decisions: [{ field, granted: true, basis: 'SOL_15_7', reason: 'Behövs.' }] };
const consent = {
  givenBy: 'BOTH',
  rows: ['migration.asylumDecision'],
  toAgency: 'MUNICIPALITY',
};
const release = { toAgency: 'POLICE', rows: ['municipality.description'], basis: 'OSL_10_2' };
const emergency = { rows: ['municipality.placementAddress'], reason: 'Barnet har ringt och är i fara.' };
const link = { reason: 'Samma fingeravtryck', evidence: ['SAME_NUMBER'] };
const endpoint = ({ change }: Round) =>
  change(system(), 'registerWebhook', { child: undefined, url: 'https://system.example.se/updates' });
const about = (_round: Round, { id }: { id: string }) => ({ child: undefined, id });
const twice = () => [system(), system()] as [ReturnType<typeof system>, ReturnType<typeof system>];

/** Who is shown what, by whose decision; and what the hub itself keeps. */
export const hubRaces: readonly Race[] = [
  { mutation: 'release', stands: 'BOTH', askers: two(luleå), input: () => release },
  {
    mutation: 'withdrawRelease',
    stands: 'BOTH',
    askers: two(luleå),
    before: ({ change }) => change(worker, 'release', release),
    input: about,
    fields: 'id withdrawnAt',
  },
  { mutation: 'recordConsent', stands: 'BOTH', askers: two(luleå), input: () => consent },
  {
    mutation: 'withdrawConsent',
    stands: 'BOTH',
    askers: two(luleå),
    before: ({ change }) => change(worker, 'recordConsent', consent),
    input: about,
    fields: 'id withdrawnAt',
  },
  { mutation: 'requestDisclosure', stands: 'BOTH', askers: two(investigator), input: () => ask },
  {
    mutation: 'decideDisclosure',
    stands: 'FIRST',
    askers: two(luleå),
    before: request,
    input: (round, earlier) => ({ ...about(round, earlier), ...grant }),
    fields: 'id decidedAt',
  },
  {
    mutation: 'revokeDisclosure',
    stands: 'BOTH',
    askers: two(luleå),
    before: async (round) => {
      const { id } = await request(round);
      return round.change(worker, 'decideDisclosure', { child: undefined, id, ...grant });
    },
    input: (round, earlier) => ({ ...about(round, earlier), reason: 'Barnet är tillbaka.' }),
    fields: 'id status',
  },
  {
    mutation: 'breakGlass',
    stands: 'BOTH',
    askers: two(patrol),
    input: () => emergency,
    fields: 'id openedAt',
  },
  {
    mutation: 'reviewBreakGlass',
    stands: 'FIRST',
    askers: two(auditor),
    before: ({ change }) => change(patrol('opens'), 'breakGlass', emergency),
    input: (round, earlier) => ({ ...about(round, earlier), approved: true, comment: 'Granskat.' }),
    fields: 'id reviewedAt',
  },
  {
    mutation: 'reviewLogEntry',
    stands: 'FIRST',
    askers: two(auditor),
    before: async ({ hub, key }) => {
      const border = { role: 'BORDER_POLICE', sub: `border-${key}`, purpose: 'IDENTIFICATION' } as const;
      await hub.ask(border, '{ identify(criteria: { dossierNumber: "99-1" }, foundIn: "0180") { outcome } }');
      const { data } = await hub.ask(auditor('a'), '{ logReviews { edges { node { id principal } } } }');
      const looks = data.logReviews.edges.map(({ node }: { node: { principal: string } }) => node);
      return looks.find(({ principal }: { principal: string }) => principal === border.sub);
    },
    input: (round, earlier) => ({ ...about(round, earlier), approved: true, comment: 'Granskat.' }),
    fields: 'id reviewedAt',
  },
  {
    mutation: 'linkChildren',
    stands: 'FIRST',
    askers: two(luleå),
    input: ({ other }) => ({ ...link, other }),
    fields: 'id linkedAt',
  },
  {
    mutation: 'unlinkChildren',
    stands: 'BOTH',
    askers: two(luleå),
    before: ({ change, other }) => change(worker, 'linkChildren', { ...link, other }),
    input: (_round, { id }) => ({ child: undefined, link: id, reason: 'Det är två barn.' }),
    fields: 'id unlinkedAt unlinkedBy',
  },
  {
    mutation: 'registerWebhook',
    stands: 'BOTH',
    askers: twice,
    input: () => ({ child: undefined, url: 'https://system.example.se/updates' }),
  },
  {
    mutation: 'testWebhook',
    stands: 'BOTH',
    askers: twice,
    before: endpoint,
    input: about,
    argument: 'id',
    fields: 'id state',
  },
  {
    mutation: 'disableWebhook',
    stands: 'BOTH',
    askers: twice,
    before: endpoint,
    input: about,
    argument: 'id',
    fields: 'id state',
  },
  {
    mutation: 'enableWebhook',
    stands: 'BOTH',
    askers: twice,
    before: async (round) => {
      const { id } = await endpoint(round);
      await round.hub.ask(system(), 'mutation ($id: ID!) { disableWebhook(id: $id) { id } }', { id });
      return { id };
    },
    input: about,
    argument: 'id',
    fields: 'id state',
  },
  {
    mutation: 'replayDeadLetters',
    stands: 'BOTH',
    askers: twice,
    before: async (round) => {
      const webhook = await endpoint(round);
      await layAside(round, webhook['id']!);
      return webhook;
    },
    input: (_round, { id }) => ({ webhook: id }),
    argument: 'webhook',
  },
];

/** As the gateway does with an event that an endpoint has refused three times. */
async function layAside({ hub, child }: Round, webhook: string): Promise<void> {
  const client = new Client({ connectionString: hub.databases.identification.url });
  await client.connect();
  await client.query(
    `INSERT INTO dead_letter (webhook_id, event, child, body, problem, laid_aside_at)
     VALUES ($1, 'e', $2, '{}', 'HTTP 400', now())`,
    [webhook, child],
  );
  await client.end();
}
