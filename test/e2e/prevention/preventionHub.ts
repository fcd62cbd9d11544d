import { Client } from 'pg';
import { storyChildren } from '../../../subgraphs/demo/stories';
import type { SubgraphName } from '../../../schema/protocol/vocabulary';
import { createTestHub, type Asker, type HubAnswer, type TestHub } from '../../harness/hub';

/** A hub with the story children, a clock the test moves, and the verbs of those who write. */
export interface PreventionHub extends TestHub {
  now(): Date;
  /** Moves the clock forward. */
  later(minutes: number): void;
  /** Sends a mutation, which is also the operation's name. */
  change(asker: Asker, mutation: string, input: object, fields: string, key?: string): Promise<HubAnswer>;
  /** Rows of an agency's own database. */
  rows<T>(subgraph: SubgraphName, sql: string, parameters?: unknown[]): Promise<T[]>;
  /** Types of the events about a child, oldest first. */
  events(subgraph: SubgraphName, child: string): Promise<string[]>;
}

export async function createPreventionHub(start = new Date()): Promise<PreventionHub> {
  let minutes = 0;
  const began = Date.now();
  const now = () => new Date(start.getTime() + (Date.now() - began) + minutes * 60_000);
  const hub = await createTestHub({ children: storyChildren(now()), now });
  const rows = async <T>(subgraph: SubgraphName, sql: string, parameters: unknown[] = []): Promise<T[]> => {
    const client = new Client({ connectionString: hub.databases[subgraph].url });
    await client.connect();
    try {
      return (await client.query(sql, parameters)).rows as T[];
    } finally {
      await client.end();
    }
  };
  return {
    ...hub,
    now,
    later: (more) => {
      minutes += more;
    },
    change: (asker, mutation, input, fields, key) => {
      const type = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
      return hub.ask(
        asker,
        `mutation ${mutation}($input: ${type}!, $key: ID) {
          ${mutation}(input: $input, idempotencyKey: $key) { ${fields} } }`,
        { input, ...(key && { key }) },
      );
    },
    rows,
    events: async (subgraph, child) => {
      const found = await rows<{ type: string }>(
        subgraph,
        'SELECT type FROM outbox WHERE child = $1 ORDER BY position',
        [child],
      );
      return found.map(({ type }) => type);
    },
  };
}

export const officer: Asker = { role: 'MIGRATION_OFFICER', sub: 'officer', purpose: 'CASE_WORK' };
export const worker = (municipality: string, sub = 'worker'): Asker => ({
  role: 'SOCIAL_WORKER',
  municipality,
  sub: `${sub}-${municipality}`,
  purpose: 'CASE_WORK',
});
export const patrol: Asker = { role: 'POLICE_OFFICER', sub: 'patrol', purpose: 'PROTECTION' };

export function codeOf({ errors }: HubAnswer): unknown {
  return errors[0]?.extensions['code'];
}

/** The field that an input's error names. */
export function fieldOf({ errors }: HubAnswer): unknown {
  return errors[0]?.extensions['field'];
}

/** What an answer says, without its receipt of the audit log. */
export function contentOf({ data, errors }: HubAnswer): string {
  return JSON.stringify({ data, errors });
}
