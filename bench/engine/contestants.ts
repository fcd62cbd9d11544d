import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** Something that answers the same queries. */
export interface Contestant {
  readonly name: string;
  /** A program of its own, without ending, from this folder. */
  readonly program: string;
  readonly arguments: (supergraphFile: string) => readonly string[];
  /** The package of a peer, which must be in `BENCH_PEERS_DIR`. */
  readonly peer?: string;
}

const none = () => [];

/** The engine first: the others are told in proportion to it. */
const all: readonly Contestant[] = [
  {
    name: 'this engine',
    program: '../../gateway/engine-main',
    arguments: (file) => ['--supergraph', file, '--port', '0'],
  },
  { name: 'Apollo Gateway', program: 'servers/apolloGateway', arguments: none, peer: '@apollo/gateway' },
  {
    name: 'Hive Gateway',
    program: 'servers/hiveGateway',
    arguments: none,
    peer: '@graphql-hive/gateway-runtime',
  },
  { name: 'graphql-js, one schema', program: 'servers/graphqlJs', arguments: none },
  { name: 'Apollo Server, one schema', program: 'servers/apolloServer', arguments: none },
];

/** Those that are there, or some of them. Peers are there when somebody has installed them in `BENCH_PEERS_DIR`. */
export function findContestants({ BENCH_PEERS_DIR: folder, BENCH_ONLY: only }: Env): readonly Contestant[] {
  return all
    .filter(({ peer }) => !peer || (folder && existsSync(join(folder, 'node_modules', peer))))
    .filter(({ name }) => !only || only.split(',').includes(name));
}

type Env = Readonly<Record<string, string | undefined>>;
