import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { generateEnv } from '../../../gateway/generateEnv';
import { hashDocument } from '../../../gateway/operation/trustedDocuments';
import { projectFolder } from '../../../schema/files';
import { agencySubgraphs, subgraphNames, type SubgraphName } from '../../../schema/protocol/vocabulary';
import { loadWorld } from '../../../subgraphs/demo/loadWorld';
import { storyChildren } from '../../../subgraphs/demo/stories';
import { createGuest, createTestDatabase, type Guest, type TestDatabase } from '../../harness/database';
import { startIssuer, type TestIssuer } from '../../harness/issuer';
import { startProgram, type Program } from '../../harness/startProgram';

export interface Distribution {
  /** For files of the test's own; removed at the end. */
  readonly folder: string;
  readonly issuer: TestIssuer;
  /** Every process that was started. */
  readonly programs: readonly Program[];
  startGateway(env?: Readonly<Record<string, string>>): Promise<Program>;
  stop(): Promise<void>;
}

/**
 * As docker-compose.yml starts them: every part a process, a generated key pair, an issuer over https, production, the
 * given documents and no others.
 * @param more for every process
 */
export async function startDistribution(
  documents: readonly string[],
  more: Readonly<Record<string, string>> = {},
): Promise<Distribution> {
  const folder = mkdtempSync(join(tmpdir(), 'skyddsnat-distribution-'));
  const issuer = await startIssuer(folder);
  const databases = await createDatabases();
  const programs: Program[] = [];
  const keys = Object.fromEntries(
    [...generateEnv().matchAll(/^(\w+)=(.*)$/gm)].map(([, name, value]) => [name!, value!]),
  );
  const { GATEWAY_SIGNING_KEY = '', GATEWAY_VERIFY_KEY = '' } = keys;
  const common = {
    NODE_ENV: 'production',
    PORT: '0',
    HOST: '127.0.0.1',
    DATA_DIR: join(folder, 'untouched'),
    // The first calls of so many processes can meet a busy machine.
    AGENCY_TIMEOUT_MS: '15000',
    OPERATION_TIMEOUT_MS: '60000',
    ...more,
  };
  const start = async (args: readonly string[], env: Readonly<Record<string, string>>): Promise<Program> => {
    const program = await startProgram(args, { ...common, ...env });
    programs.push(program);
    return program;
  };
  const addresses: Record<string, string> = {};
  const startSubgraph = async (name: SubgraphName, env: Record<string, string>): Promise<void> => {
    const variable = name.toUpperCase();
    const program = await start(['subgraphs/main.ts', name], {
      [`DATABASE_URL_${variable}`]: databases.get(name)!.url,
      ...env,
    });
    addresses[`SUBGRAPH_URL_${variable}`] = `${program.address}/graphql`;
  };
  await Promise.all(agencySubgraphs.map((name) => startSubgraph(name, { GATEWAY_VERIFY_KEY })));
  await startSubgraph('identification', { GATEWAY_SIGNING_KEY, ...addresses });
  const urls = Object.fromEntries(agencySubgraphs.map((name) => [name, databases.get(name)!.url]));
  await loadWorld(urls as Parameters<typeof loadWorld>[0], storyChildren(new Date()));

  const guest = await letGatewayIn(databases.get('audit')!);
  const registry = join(folder, 'documents.json');
  writeFileSync(
    registry,
    JSON.stringify(Object.fromEntries(documents.map((text) => [hashDocument(text), text]))),
  );
  return {
    folder,
    issuer,
    programs,
    startGateway: (env) =>
      start(['gateway/main.ts', '--gateway-only'], {
        ...addresses,
        GATEWAY_SIGNING_KEY,
        DATABASE_URL_AUDIT: guest.url,
        DATABASE_URL_EVENTS: databases.get('events')!.url,
        OIDC_ISSUERS: issuer.setting,
        TRUSTED_DOCUMENTS_FILE: registry,
        NODE_EXTRA_CA_CERTS: issuer.authority,
        ...env,
      }),
    stop: async () => {
      await Promise.all(programs.map((program) => program.stop()));
      await issuer.close();
      for (const database of databases.values()) await database.drop();
      await guest.drop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** The gateways' role owns nothing: whoever answers questions cannot change what was noted about them. */
async function letGatewayIn(audit: TestDatabase): Promise<Guest> {
  const guest = await createGuest(audit);
  const prepare = ['-r', '@swc-node/register', 'gateway/audit-prepare.ts', '--gateway', guest.role];
  const env = { PATH: process.env['PATH'], DATABASE_URL_AUDIT: audit.url };
  const { stderr } = spawnSync(process.execPath, prepare, { cwd: projectFolder(), encoding: 'utf8', env });
  if (!stderr.includes(`${guest.role} may add and read`)) throw new Error(stderr);
  return guest;
}

async function createDatabases(): Promise<ReadonlyMap<string, TestDatabase>> {
  const databases = new Map<string, TestDatabase>();
  for (const name of [...subgraphNames, 'audit', 'events'])
    databases.set(name, await createTestDatabase(name));
  return databases;
}
