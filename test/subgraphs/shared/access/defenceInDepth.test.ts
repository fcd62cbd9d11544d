import { execute, parse, type DocumentNode, type GraphQLSchema } from 'graphql';
import { acceptedPurposes, concernsPerson } from '../../../../schema/access/acceptedPurposes';
import { rows } from '../../../../schema/access/rows';
import { rowOfField } from '../../../../schema/access/rowOfField';
import { unattested, type Attestation } from '../../../../schema/protocol/attestation';
import type { Assertion } from '../../../../schema/protocol/principal';
import { agencySubgraphs, roles } from '../../../../schema/protocol/vocabulary';
import { loadWorld } from '../../../../subgraphs/demo/loadWorld';
import { storyChildren } from '../../../../subgraphs/demo/stories';
import { definitions } from '../../../../subgraphs/definitions';
import { createDecisions, isOpen, type Decisions } from '../../../../subgraphs/shared/access/decisions';
import { factRows } from '../../../../subgraphs/shared/access/factRows';
import type { SubgraphContext } from '../../../../subgraphs/shared/context';
import type { Run } from '../../../../subgraphs/shared/database/security/createReading';
import { federate } from '../../../../subgraphs/shared/graph/federate';
import { requestedFields } from '../../../../subgraphs/shared/loading/requestedFields';
import { createRowLoader } from '../../../../subgraphs/shared/loading/rowLoader';
import { startAgency, type TestAgency } from '../../../harness/startAgency';
import { agencyOf } from '../../../schema/access/ask';
import { objectType, selectAll, shownValues } from './walkAnswer';

const now = new Date('2026-11-21T12:00:00Z');
/** Between them they have a value in every field. */
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

beforeAll(async () => {
  const started = agencySubgraphs.map(
    async (name) => [name, await startAgency(definitions[name], now)] as const,
  );
  for (const [name, agency] of await Promise.all(started)) agencies.set(name, agency);
  const urls = Object.fromEntries([...agencies].map(([name, { url }]) => [name, url]));
  await loadWorld(urls as never, children);
});
afterAll(() => Promise.all([...agencies.values()].map((agency) => agency.stop())));

/** Who asks, with what the owners say about every child. */
interface Asker {
  readonly assertion: Assertion;
  readonly facts: Partial<Attestation>;
}

interface Guards {
  readonly schema: GraphQLSchema;
  readonly gate: 'OPEN' | 'CLOSED';
}

const situations: readonly Partial<Attestation>[] = [
  {},
  { identified: true, absconding: true },
  { related: true },
  { identified: true, related: true, absconding: true, found: true, released: rows.map(({ id }) => id) },
];

const askers: Asker[] = roles.flatMap((role) =>
  acceptedPurposes(role)
    .filter(concernsPerson)
    .flatMap((purpose) =>
      situations.map((facts) => ({
        assertion: {
          operationId: 'op-1',
          operationName: null,
          principal: { id: 'someone', role, agency: agencyOf[role], municipality: '0180', acr: 'loa3' },
          purpose,
          caseReference: 'own-1',
        },
        facts,
      })),
    ),
);

describe.each(agencySubgraphs)('%s keeps every secret', (name) => {
  const definition = definitions[name];
  const unshielded = federate(definition).schema;
  const child = objectType(unshielded, 'Child');
  const question = parse(
    `query ($r: [_Any!]!) { _entities(representations: $r) { ... on Child { ${selectAll(child)} } } }`,
  );

  it('by its SQL alone, with the shield removed', async () => {
    expect(await collectLeaks({ schema: unshielded, gate: 'CLOSED' })).toEqual([]);
  });

  it('by its shield alone, with the SQL reading everything', async () => {
    expect(await collectLeaks({ schema: agencies.get(name)!.running.graph.schema, gate: 'OPEN' })).toEqual(
      [],
    );
  });

  it('by nothing else', async () => {
    const [stranger] = askers as [Asker];
    const leaks = await collectLeaks({ schema: unshielded, gate: 'OPEN' }, [stranger]);
    const fields = Object.keys(child.getFields()).map((field) => `Child.${field}`);
    const secret = fields.filter((coordinate) => rowOfField(coordinate)?.kind === 'ROW');
    expect(secret.filter((coordinate) => !leaks.some((leak) => leak.endsWith(coordinate)))).toEqual([]);
  });

  async function collectLeaks(guards: Guards, asked: readonly Asker[] = askers): Promise<string[]> {
    const leaks = new Set<string>();
    for (const asker of asked) {
      const decisions = decisionsOf(asker);
      for (const answer of await ask(guards, decisions, asker)) {
        for (const [coordinate] of shownValues(answer, child)) {
          const { role, purpose } = { ...asker.assertion.principal, ...asker.assertion };
          if (!mayBeShown(decisions, String(answer['id']), coordinate))
            leaks.add(`${role} ${purpose} ${coordinate}`);
        }
      }
    }
    return [...leaks];
  }

  async function ask(
    { schema, gate }: Guards,
    decisions: Decisions,
    { assertion }: Asker,
  ): Promise<Record<string, unknown>[]> {
    const { data } = await execute({
      schema,
      document: question,
      variableValues: { r: children.map(({ id }) => ({ __typename: 'Child', id })) },
      contextValue: contextOf(
        decisions,
        gate === 'OPEN' ? openGate(decisions) : decisions,
        assertion,
        question,
      ),
    });
    return data?.['_entities'] as Record<string, unknown>[];
  }

  function contextOf(
    decisions: Decisions,
    gate: Decisions,
    assertion: Assertion,
    document: DocumentNode,
  ): Partial<SubgraphContext> {
    const { database } = agencies.get(name)!.running;
    const query: Run = (sql, parameters = []) => database.query(sql, [...parameters]);
    const loader = createRowLoader(
      gate,
      definition.sources,
      requestedFields(document, definition.sources),
      { fields: query, hubFacts: query },
      now,
    );
    return { assertion, decisions, now, children: loader };
  }

  function mayBeShown(decisions: Decisions, id: string, coordinate: string): boolean {
    const field = coordinate.replace('Child.', '');
    if (definition.sources.hubFields?.[field]) return decisions.allowed([id], factRows).length > 0;
    const access = rowOfField(coordinate);
    if (access?.kind !== 'ROW') return true;
    return access.rows.some((row) => isOpen(decisions.outcome(id, row.id), access.flag));
  }
});

function decisionsOf({ assertion, facts }: Asker): Decisions {
  const attestations = children.map(({ id }) => ({ ...unattested(id), adult: false, ...facts, child: id }));

  return createDecisions(assertion, attestations, now);
}

/** A gate somebody forgot to close. */
function openGate(decisions: Decisions): Decisions {
  return { ...decisions, allowed: (asked) => [...asked] };
}
