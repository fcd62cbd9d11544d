import { Client } from 'pg';
import type { DemoChild } from '../../../subgraphs/demo/demoChild';
import { storyChildId, storyChildren } from '../../../subgraphs/demo/stories';
import { addDaysToDate, addMonthsToDate, localDate } from '../../../subgraphs/shared/time/stockholm';
import { createTestHub, type Asker, type HubAnswer, type TestHub } from '../../harness/hub';

/** A hub whose clock the test moves, with a few children about whom there is something to decide. */
export interface DisclosureHub extends Pick<
  TestHub,
  'ask' | 'takeCalls' | 'takeStatements' | 'close' | 'databases'
> {
  now(): Date;
  /** Moves the clock forward. */
  later(minutes: number): void;
  /** Those of the audit log's outcomes that belong to an operation of that name. */
  auditOf(operationName: string): Promise<string[]>;
  /** The newest entry about the child: who did what. */
  newestAbout(child: string): Promise<Noted | undefined>;
  /** Events about the child that the hub's own graph has to publish, in order. */
  eventsOf(child: string): Promise<string[]>;
}

export interface Noted {
  readonly outcome: string;
  readonly fields_disclosed: string[];
  readonly fields_denied: string[];
  readonly principal_id: string;
}

/** Sixteen, of Luleå, away, placed at an address, with a care order and an open investigation. */
export const open = storyChildId('open-case');
/** Thirteen, of Sollentuna, with a protected identity, a placement and a care order. */
export const hidden = storyChildId('protected');
/** Of Botkyrka; fifteen tomorrow. */
export const almostFifteen = storyChildId('residence-permit');
/** Of Huddinge; kept from the guardian. */
export const keptFromGuardian = storyChildId('placed-elsewhere');
/** Nobody knows it. */
export const unknown = storyChildId('nobody-knows');

export const worker = (municipality: string, sub = 'worker'): Asker => ({
  role: 'SOCIAL_WORKER',
  municipality,
  sub: `${sub}-${municipality}`,
  purpose: 'CASE_WORK',
});
export const investigator: Asker = {
  role: 'POLICE_INVESTIGATOR',
  sub: 'investigator',
  purpose: 'PROTECTION',
};
export const patrol: Asker = { role: 'POLICE_OFFICER', sub: 'patrol', purpose: 'PROTECTION' };
export const officer: Asker = { role: 'MIGRATION_OFFICER', sub: 'officer', purpose: 'CASE_WORK' };
export const guardianOf = (key: string): Asker => ({
  role: 'GUARDIAN',
  sub: `guardian-${key}`,
  purpose: 'GUARDIANSHIP',
});
export const reviewer = (agency: Asker['agency'], municipality?: string): Asker => ({
  role: 'AUDITOR',
  agency,
  municipality,
  sub: `reviewer-${agency}-${municipality ?? ''}`,
  purpose: 'AUDIT',
});

export async function createDisclosureHub(): Promise<DisclosureHub> {
  let minutes = 0;
  const now = () => new Date(Date.now() + minutes * 60_000);
  const hub = await createTestHub({ children: children(now()), now });
  return {
    ...hub,
    now,
    later: (more) => {
      minutes += more;
    },
    auditOf: async (operationName) => {
      const rows = await read<{ outcome: string }>(
        hub.databases.audit.url,
        'SELECT outcome FROM audit.entry WHERE operation_name = $1 ORDER BY occurred_at',
        operationName,
      );
      return rows.map(({ outcome }) => outcome);
    },
    newestAbout: async (child) => {
      const sql = `SELECT outcome, fields_disclosed, fields_denied, principal_id FROM audit.entry WHERE child = $1
        ORDER BY leaf_index DESC LIMIT 1`;
      return (await read<Noted>(hub.databases.audit.url, sql, child))[0];
    },
    eventsOf: async (child) => {
      const sql = 'SELECT type FROM outbox WHERE child = $1 ORDER BY position';
      const rows = await read<{ type: string }>(hub.databases.identification.url, sql, child);
      return rows.map(({ type }) => type);
    },
  };
}

/** The child's address, and whether it was refused. */
export async function addressOf(hub: DisclosureHub, asker: Asker, child: string): Promise<string | null> {
  const { data } = await askChild(hub, asker, child, 'placement { address }');
  return data.child?.placement?.address ?? null;
}

export function askChild(
  hub: DisclosureHub,
  asker: Asker,
  child: string,
  fields: string,
): Promise<HubAnswer> {
  return hub.ask(asker, `query ReadChild($id: ID!) { child(id: $id) { id ${fields} } }`, { id: child });
}

/** Sends a mutation; its name is also the operation's. */
export function change(
  hub: DisclosureHub,
  asker: Asker,
  mutation: string,
  input: object,
  fields: string,
  idempotencyKey?: string,
): Promise<HubAnswer> {
  const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
  return hub.ask(
    asker,
    `mutation ${mutation}($input: ${type}!, $key: ID) {
      ${mutation}(input: $input, idempotencyKey: $key) { ${fields} }
    }`,
    { input, ...(idempotencyKey && { key: idempotencyKey }) },
  );
}

/** What an answer says, without the receipt of the audit log, which no two answers share. */
export function contentOf({ data, errors }: HubAnswer): string {
  return JSON.stringify({ data, errors });
}

/** The code of an answer that is nothing but one error. */
export function codeOf({ errors }: HubAnswer): unknown {
  return errors[0]?.extensions['code'];
}

function children(now: Date): DemoChild[] {
  const today = localDate(now);
  const { changed, at } = createChanges(now);
  return storyChildren(now).map((child) => {
    switch (child.id) {
      case open:
        return changed(child, {
          investigations: [
            { municipality: '2580', concernReceivedAt: at(-9), investigationOpenedAt: at(-8) },
          ],
        });
      case hidden:
        return changed(child, {});
      case almostFifteen: {
        const birthDate = addDaysToDate(addMonthsToDate(today, -15 * 12), 1);
        return { ...child, migration: { ...child.migration!, birthDate } };
      }
      case keptFromGuardian:
        return { ...child, guardianship: { ...child.guardianship!, secretFromGuardian: true } };
      default:
        return child;
    }
  });
}

function createChanges(now: Date) {
  const at = (days: number): string => new Date(now.getTime() + days * 86_400_000).toISOString();
  const changed = (
    child: DemoChild,
    { investigations = [] }: { investigations?: NonNullable<DemoChild['municipality']>['protectionCases'] },
  ): DemoChild => {
    const municipality = child.municipality!;
    const inCharge = municipality.socialCases[0]!.municipality;
    const since = localDate(new Date(at(-100)));
    return {
      ...child,
      municipality: {
        ...municipality,
        placements: [
          {
            type: 'HVB',
            municipality: inCharge,
            placedBy: inCharge,
            since,
            name: 'Björken',
            address: 'Björkgatan 1',
          },
        ],
        careOrders: [{ kind: 'LVU', decidedAt: at(-50), grounds: 'Prövat', handrackningRequestedAt: at(-2) }],
        protectionCases: investigations,
      },
    };
  };
  return { at, changed };
}

async function read<Row extends object>(url: string, sql: string, parameter: string): Promise<Row[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql, [parameter])).rows;
  } finally {
    await client.end();
  }
}
