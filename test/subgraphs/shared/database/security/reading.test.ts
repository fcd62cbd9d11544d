import { execute, getNamedType, isObjectType, parse, type GraphQLObjectType } from 'graphql';
import { coversField } from '../../../../../schema/access/coversField';
import { rowOfField } from '../../../../../schema/access/rowOfField';
import type { Attestation } from '../../../../../schema/protocol/attestation';
import type { Assertion } from '../../../../../schema/protocol/principal';
import { agencySubgraphs } from '../../../../../schema/protocol/vocabulary';
import { loadWorld } from '../../../../../subgraphs/demo/loadWorld';
import { storyChildren } from '../../../../../subgraphs/demo/stories';
import { definitions } from '../../../../../subgraphs/definitions';
import { createDecisions, type Decisions } from '../../../../../subgraphs/shared/access/decisions';
import { createReading, type Reading } from '../../../../../subgraphs/shared/database/security/createReading';
import {
  prepareReaders,
  type ReadableRegister,
} from '../../../../../subgraphs/shared/database/security/prepareReaders';
import { keyColumns } from '../../../../../subgraphs/shared/database/security/registerColumns';
import { federate } from '../../../../../subgraphs/shared/graph/federate';
import { requestedFields } from '../../../../../subgraphs/shared/loading/requestedFields';
import { createRowLoader } from '../../../../../subgraphs/shared/loading/rowLoader';
import { startAgency, type TestAgency } from '../../../../harness/startAgency';
import { objectType, selectAll, shownValues } from '../../access/walkAnswer';
import { attest, everyone, situations } from './askers';

const now = new Date('2026-11-21T12:00:00Z');
/** Between them they have a value in every column. */
const keys = [
  'open-case',
  'arrival-stage',
  'adult-by-decision',
  'placed-elsewhere',
  'never-applied',
  'other-name-other-age',
];
const children = storyChildren(now).filter(({ key }) => keys.includes(key));
const agencies = new Map<string, TestAgency>();

/**
 * What PostgreSQL cannot keep back: days and a status by which the one case or guardianship is chosen that is shown.
 * Whoever may be shown another column of it reads these to find it.
 */
const chosenBy: Readonly<Record<string, readonly string[]>> = {
  municipality: ['SocialCase.openedOn', 'SocialCase.status'],
  guardianship: ['Guardianship.appointedOn', 'Guardianship.status'],
};

beforeAll(async () => {
  const start = async (name: (typeof agencySubgraphs)[number]): Promise<void> =>
    void agencies.set(name, await startAgency(definitions[name], now));
  await Promise.all(agencySubgraphs.map(start));
  const urls = Object.fromEntries([...agencies].map(([name, { url }]) => [name, url]));
  await loadWorld(urls as never, children);
}, 60_000);
afterAll(() => Promise.all([...agencies.values()].map((agency) => agency.stop())));

describe.each(agencySubgraphs)('behind %s, with nothing else on guard, PostgreSQL', (name) => {
  const definition = definitions[name];
  const register = definition.columns!;
  const { schema } = federate(definition); // without the shield
  const child = objectType(schema, 'Child');
  let readable: ReadableRegister;
  beforeAll(async () => {
    readable = await prepareReaders(agencies.get(name)!.running.database, register);
  });

  function readingOf(
    assertion: Assertion,
    facts: Partial<Attestation>,
  ): { reading: Reading; decisions: Decisions } {
    const { database } = agencies.get(name)!.running;
    const attestations = children.map(({ id }) => attest(id, facts));
    const decisions = createDecisions(assertion, attestations, now);
    const reading = createReading({ database, register: readable, assertion, decisions, attestations });
    return { reading, decisions };
  }

  const isOpen = (decisions: Decisions, id: string, coordinate: string): boolean => {
    const access = rowOfField(coordinate);
    if (access?.kind !== 'ROW') return true;
    const rows = access.rows.map((row) => row.id);
    return decisions.allowed([id], rows, access.flag, coordinate).length > 0;
  };

  it('shows in every table only what the matrix opens, whatever is selected', async () => {
    const leaks = new Set<string>();
    for (const assertion of everyone) {
      for (const facts of situations) {
        const { reading, decisions } = readingOf(assertion, facts);
        for (const [table, { fields = {} }] of Object.entries(register)) {
          for (const [column, id] of await cellsOf(reading, table)) {
            if (keyColumns(table).includes(column)) continue;
            const serves = Object.keys(fields).filter((coordinate) => fields[coordinate]!.includes(column));
            if (!serves.some((coordinate) => isOpen(decisions, id, coordinate)))
              leaks.add(`${assertion.principal.role} ${assertion.purpose} ${table}.${column}`);
          }
        }
      }
    }
    expect([...leaks]).toEqual([]);
  }, 60_000);

  it('gives a resolver nothing that has lost its policy, and whose loader opens the field to all', async () => {
    const leaks = new Set<string>();
    const forgotten = Object.values(register).flatMap(({ fields = {} }) => Object.keys(fields));
    let shown = 0;
    for (const assertion of everyone) {
      for (const coordinate of forgotten) {
        const { reading, decisions } = readingOf(assertion, { identified: true });
        for (const answer of await ask(reading, decisions, coordinate)) {
          for (const [at] of shownValues(answer, child)) {
            shown += 1;
            if (!isOpen(decisions, String(answer['id']), at)) leaks.add(at);
          }
        }
      }
    }
    expect([...leaks].sort()).toEqual(chosenBy[name] ?? []);
    expect(shown).toBeGreaterThan(0);
  }, 120_000);

  /** The column and the child of every value that is seen in the table, over all its columns that may be selected. */
  async function cellsOf(reading: Reading, table: string): Promise<[column: string, child: string][]> {
    const [may] = await reading.fields<{ columns: string[] }>(
      `SELECT coalesce(array_agg(attname::text), '{}') AS columns FROM pg_attribute WHERE attrelid = $1::regclass
        AND attnum > 0 AND NOT attisdropped AND has_column_privilege(attrelid, attnum, 'SELECT')`,
      [table],
    );
    if (!may || may.columns.length === 0) return [];
    const rows = await reading.fields<Record<string, unknown>>(
      `SELECT ${may.columns.map((column) => `"${column}"`).join(', ')} FROM ${table}`,
    );
    const key = keyColumns(table)[0]!;
    return rows.flatMap((row) =>
      may.columns
        .filter((column) => row[column] !== null)
        .map((column): [string, string] => [column, String(row[key])]),
    );
  }

  /** Asks for the field of `Child` in which the coordinate stands, with a gate that has been left open at it. */
  async function ask(
    reading: Reading,
    decisions: Decisions,
    coordinate: string,
  ): Promise<Record<string, unknown>[]> {
    const names = Object.keys(definition.sources.fields).filter((field) =>
      coversField([`Child.${field}`], coordinate),
    );
    const fields = names.map((field) => select(child, field)).join(' ');
    const document = parse(
      `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Child { id ${fields} } } }`,
    );
    const gate: Decisions = {
      ...decisions,
      allowed: (asked, rows, flag, at) =>
        at === undefined || coversField([coordinate], at)
          ? [...asked]
          : decisions.allowed(asked, rows, flag, at),
    };
    const requested = requestedFields(document, definition.sources);
    const { data } = await execute({
      schema,
      document,
      variableValues: { r: children.map(({ id }) => ({ __typename: 'Child', id })) },
      contextValue: {
        decisions,
        now,
        children: createRowLoader(gate, definition.sources, requested, reading, now),
      },
    });
    const answers = (data?.['_entities'] ?? []) as (Record<string, unknown> | null)[];
    return answers.filter((answer) => answer !== null);
  }
});

function select(type: GraphQLObjectType, field: string): string {
  const inner = getNamedType(type.getFields()[field]!.type);
  return isObjectType(inner) ? `${field} { ${selectAll(inner)} }` : field;
}
