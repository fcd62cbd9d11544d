import { generateKeyPairSync } from 'node:crypto';
import type { Assertion } from '../../../schema/protocol/principal';
import { createSigner } from '../../../schema/protocol/signing';
import { subgraphNames, type SubgraphName } from '../../../schema/protocol/vocabulary';
import { closeSubgraphs, startSubgraphs } from '../../../subgraphs/startSubgraphs';
import type { Criteria } from '../../../subgraphs/shared/matching';

export interface Identify {
  /** @returns the outcome, or the code of the error */
  ask(criteria: Criteria): Promise<string>;
  /** SQL statements since last taken. */
  takeStatements(): number;
  close(): Promise<void>;
}

const query = `query ($criteria: IdentityCriteria!) { identify(criteria: $criteria, foundIn: "0180") { outcome grade } }`;

/** The real subgraphs on the databases, asked without HTTP; every question by another asker in another case. */
export async function startIdentify(urls: Readonly<Record<SubgraphName, string>>): Promise<Identify> {
  const { privateKey } = generateKeyPairSync('ed25519');
  const signingKey = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
  const sign = createSigner(signingKey);
  let [statements, asked] = [0, 0];
  const subgraphs = await startSubgraphs({
    names: subgraphNames,
    databaseUrls: urls,
    signingKey,
    agencyTimeoutMs: 60_000,
    // Its first look through registers that have just been loaded would take the processor from the questions.
    hubSettings: { DUTY_CLOCK: 'off' },
    onStatement: () => (statements += 1),
  });
  return {
    ask: async (criteria) => {
      asked += 1;
      const response = await subgraphs.get('identification')!.answer({
        query,
        variables: { criteria },
        assertion: sign('assertion', toAssertion(asked)),
      });
      const identification = response.data?.['identify'] as { outcome: string } | null | undefined;
      return (
        identification?.outcome ??
        String(response.errors?.[0]?.extensions?.['code'] ?? response.errors?.[0]?.message)
      );
    },
    takeStatements: () => {
      const taken = statements;
      statements = 0;
      return taken;
    },
    close: () => closeSubgraphs(subgraphs),
  };
}

function toAssertion(number: number): Assertion {
  return {
    operationId: `bench-${number}`,
    operationName: null,
    principal: {
      id: `bench-${number}`,
      role: 'POLICE_OFFICER',
      agency: 'POLICE',
      municipality: null,
      acr: 'loa3',
    },
    purpose: 'PROTECTION',
    caseReference: `BENCH-${number}`,
  };
}
