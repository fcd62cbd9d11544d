import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../schema/files';

/** Something that answers the same queries. */
export interface Contestant {
  readonly name: string;
  /** Whether subgraphs are asked over HTTP, or nobody outside the process. */
  readonly shape: 'HTTP' | 'IN_PROCESS';
  /** A program of its own, without ending, from this folder. */
  readonly program: string;
  readonly arguments: (supergraphFile: string) => readonly string[];
  /** Of Node.js, as it is started in use. @default none */
  readonly flags?: readonly string[];
  /** The package of a peer, which must be in the folder of peers. */
  readonly peer?: string;
}

const none = () => [];

/** The names that results are told in proportion to. */
export const engineOverHttp = 'this engine';
export const apolloGateway = 'Apollo Gateway';

const all: readonly Contestant[] = [
  {
    name: engineOverHttp,
    shape: 'HTTP',
    program: '../../gateway/engine-main',
    arguments: (file) => ['--supergraph', file, '--port', '0'],
    flags: flagsOfEngine(),
  },
  {
    name: apolloGateway,
    shape: 'HTTP',
    program: 'servers/apolloGateway',
    arguments: none,
    peer: '@apollo/gateway',
  },
  {
    name: 'Hive Gateway',
    shape: 'HTTP',
    program: 'servers/hiveGateway',
    arguments: none,
    peer: '@graphql-hive/gateway-runtime',
  },
  {
    name: 'Hive Gateway, Rust planner',
    shape: 'HTTP',
    program: 'servers/hiveGateway',
    arguments: () => ['--rust'],
    peer: '@graphql-hive/router-runtime',
  },
  {
    name: 'this engine, in process',
    shape: 'IN_PROCESS',
    program: 'servers/engineInProcess',
    arguments: none,
  },
  {
    name: 'Apollo Server, one schema',
    shape: 'IN_PROCESS',
    program: 'servers/apolloServer',
    arguments: none,
  },
  { name: 'graphql-js, one schema', shape: 'IN_PROCESS', program: 'servers/graphqlJs', arguments: none },
];

/** Where the peers are installed: the project itself depends on none of them. */
export function peersFolder({ BENCH_PEERS_DIR: folder }: Env): string {
  return folder || join(projectFolder(), 'bench', 'peers');
}

/** Those that are there, or some of them (`BENCH_ONLY`, separated by semicolons). */
export function findContestants(env: Env): readonly Contestant[] {
  const only = env.BENCH_ONLY?.split(';');
  return all
    .filter(({ peer }) => !peer || existsSync(join(peersFolder(env), 'node_modules', peer)))
    .filter(({ name }) => !only || only.includes(name));
}

/** What stands between `node` and the program in the command that starts the engine. */
function flagsOfEngine(): readonly string[] {
  const { scripts } = JSON.parse(readFileSync(join(projectFolder(), 'package.json'), 'utf8')) as {
    scripts: { engine: string };
  };
  return /node ((?:--\S+ )*)dist/.exec(scripts.engine)?.[1]?.trim().split(' ') ?? [];
}

type Env = Readonly<Record<string, string | undefined>>;
