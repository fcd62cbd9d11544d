import { Client } from 'pg';
import type { SubgraphName } from '../../../schema/protocol/vocabulary';
import type { DemoChild } from '../../../subgraphs/demo/demoChild';
import { storyChildId, storyChildren } from '../../../subgraphs/demo/stories';
import { addDaysToDate, localDate } from '../../../subgraphs/shared/time/stockholm';
import { createTestHub, type Asker, type HubAnswer, type TestHub } from '../../harness/hub';

/** The reference under which the Migration Agency and the board of guardians know the child. */
export const registered = storyChildId('open-case');
/** Under which Luleå and the police know it, away since ten days. */
export const inLulea = storyChildId('open-case-in-lulea');
/** Under which Stockholm met it, by another name. */
export const inStockholm = storyChildId('open-case-in-stockholm');
/** Another child, of Stockholm too. */
export const another = storyChildId('another-in-stockholm');
/** Of Sollentuna, with a protected identity. */
export const hidden = storyChildId('protected');
export const unknown = storyChildId('nobody-knows');

export const worker = (municipality: string): Asker => ({
  role: 'SOCIAL_WORKER',
  municipality,
  sub: `worker-${municipality}`,
  purpose: 'CASE_WORK',
});
export const officer: Asker = { role: 'MIGRATION_OFFICER', sub: 'officer', purpose: 'CASE_WORK' };
export const finder: Asker = {
  role: 'SOCIAL_EMERGENCY',
  municipality: '1280',
  sub: 'finder',
  purpose: 'IDENTIFICATION',
};
/** The same worker while finding out who a child is. */
export const identifying = (municipality: string): Asker => ({
  ...worker(municipality),
  purpose: 'IDENTIFICATION',
});

export interface LinkingHub extends TestHub {
  query(database: SubgraphName | 'audit', sql: string): Promise<Record<string, unknown>[]>;
  link(asker: Asker, child: string, other: string, key?: string): Promise<HubAnswer>;
  unlink(asker: Asker, link: string, key?: string): Promise<HubAnswer>;
}

export async function createLinkingHub(): Promise<LinkingHub> {
  const hub = await createTestHub({ children: children(new Date()), events: 'POSTGRES', webhooks: false });
  const change = (asker: Asker, mutation: string, input: object, key: string | undefined) => {
    const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
    return hub.ask(
      asker,
      `mutation ${mutation}($input: ${type}!, $key: ID) { ${mutation}(input: $input, idempotencyKey: $key) {
        id children reason evidence linkedBy agency linkedAt unlinkedAt unlinkedBy unlinkReason } }`,
      { input, ...(key && { key }) },
    );
  };
  return {
    ...hub,
    query: (database, sql) => queryOnce(hub, database, sql),
    link: (asker, child, other, key) =>
      change(
        asker,
        'linkChildren',
        { child, other, reason: 'Samma ärr, samma syster', evidence: ['RECOGNISED_IN_PERSON'] },
        key,
      ),
    unlink: (asker, link, key) =>
      change(asker, 'unlinkChildren', { link, reason: 'Barnen sågs tillsammans' }, key),
  };
}

export function ask(hub: TestHub, asker: Asker, child: string, fields: string): Promise<HubAnswer> {
  return hub.ask(asker, `query ReadChild($id: ID!) { child(id: $id) { ${fields} } }`, { id: child });
}

/** What an answer says, without the receipt of the audit log, which no two answers share. */
export function contentOf({ data, errors }: HubAnswer): string {
  return JSON.stringify({ data, errors });
}

export function codeOf({ errors }: HubAnswer): unknown {
  return errors[0]?.extensions['code'];
}

function children(now: Date): DemoChild[] {
  return storyChildren(now).flatMap((child) => {
    if (child.id !== registered) return [child];
    const { municipality, police } = child;
    return [
      { ...child, municipality: null, police: null },
      {
        ...child,
        id: inLulea,
        migration: null,
        guardianship: null,
        municipality: { ...municipality!, id: inLulea },
        police: { ...police!, id: inLulea },
      },
      metInStockholm(inStockholm, 'Khoshal', 'Zadran', now),
      metInStockholm(another, 'Biniam', 'Tekle', now),
    ];
  });
}

function metInStockholm(id: string, given: string, family: string, now: Date): DemoChild {
  const openedOn = addDaysToDate(localDate(now), -1);
  const identity = {
    names: [{ given, family, kind: 'STATED' as const }],
    births: [{ date: '2011-03-07', kind: 'STATED' as const }],
    sex: 'MALE' as const,
    phones: [],
  };
  return {
    key: id,
    id,
    migration: null,
    police: null,
    guardianship: null,
    municipality: {
      id,
      identity,
      socialCases: [{ municipality: '0180', status: 'OPEN', openedOn, caseNumber: `0180-${given}` }],
      description: { heightCm: 171, updatedOn: openedOn },
    },
  };
}

async function queryOnce(
  hub: TestHub,
  database: SubgraphName | 'audit',
  sql: string,
): Promise<Record<string, unknown>[]> {
  const client = new Client({ connectionString: hub.databases[database].url });
  await client.connect();
  try {
    return (await client.query(sql)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
}
