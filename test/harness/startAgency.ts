import { generateKeyPairSync } from 'node:crypto';
import { unattested, type Attestation } from '../../schema/protocol/attestation';
import type { Assertion, Principal } from '../../schema/protocol/principal';
import { createSigner, createVerifier } from '../../schema/protocol/signing';
import type { SubgraphResponse } from '../../schema/protocol/transport';
import type { Agency, Purpose, Role } from '../../schema/protocol/vocabulary';
import {
  createSubgraph,
  type RunningSubgraph,
  type SubgraphDefinition,
} from '../../subgraphs/shared/server/createSubgraph';
import { createTestDatabase } from './database';

export interface Asker {
  readonly role: Role;
  readonly agency: Agency;
  readonly municipality?: string;
  readonly id?: string;
  readonly purpose: Purpose;
}

export interface TestAgency {
  readonly url: string;
  readonly running: RunningSubgraph;
  /** The statements sent since the last call of `takeStatements`. */
  takeStatements(): string[];
  /** The hub asks on the asker's behalf, with what the owners have attested. */
  ask(
    asker: Asker,
    query: string,
    variables?: object,
    facts?: Partial<Attestation>[],
  ): Promise<SubgraphResponse>;
  stop(): Promise<void>;
}

/** An agency's subgraph on a database of its own, with the hub's keys and a clock that stands still. */
export async function startAgency(definition: SubgraphDefinition, now: Date): Promise<TestAgency> {
  const database = await createTestDatabase(definition.name);
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const sign = createSigner(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString());
  const statements: string[] = [];
  const running = await createSubgraph(definition, {
    database: { url: database.url },
    verify: createVerifier(publicKey.export({ type: 'spki', format: 'pem' }).toString()),
    now: () => now,
    onStatement: (sql) => statements.push(sql),
    log: (line) => console.error(line),
  });
  return {
    url: database.url,
    running,
    takeStatements: () => statements.splice(0),
    ask: (asker, query, variables, facts = []) =>
      running.answer({
        query,
        variables: variables as Record<string, unknown>,
        assertion: sign('assertion', toAssertion(asker)),
        attestations: sign('attestations', facts.map(toAttestation)),
      }),
    stop: async () => {
      await running.close();
      await database.drop();
    },
  };
}

function toAssertion({ role, agency, municipality, id, purpose }: Asker): Assertion {
  const principal: Principal = {
    id: id ?? 'someone',
    role,
    agency,
    municipality: municipality ?? null,
    acr: 'loa3',
  };
  return { operationId: 'op-1', operationName: null, principal, purpose, caseReference: 'own-1' };
}

function toAttestation(facts: Partial<Attestation>): Attestation {
  return { ...unattested(facts.child ?? 'nobody'), adult: false, ...facts };
}
