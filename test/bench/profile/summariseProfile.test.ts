import type { CpuProfile } from '../../../bench/measured/protocol';
import { costCentre } from '../../../bench/profile/costCentre';
import { summariseProfile } from '../../../bench/profile/summariseProfile';

describe('whose a function is', () => {
  const of = (url: string, name = 'f') => costCentre(name, url, '/hub/dist');

  it('is the most particular folder of the program', () => {
    expect(of('file:///hub/dist/gateway/engine/plan/sequence.js')).toBe('gateway/engine');
    expect(of('/hub/dist/gateway/main.js')).toBe('gateway');
    expect(of('/hub/dist/subgraphs/shared/matching/compare.js')).toBe('subgraphs/shared/matching');
    expect(of('/hub/dist/subgraphs/police/loaders.js')).toBe('subgraphs');
  });

  it('is the innermost package, related ones together', () => {
    expect(of('/hub/node_modules/a/node_modules/luxon/luxon.js')).toBe('luxon');
    expect(of('file:///hub/node_modules/@apollo/server/cjs/x.js')).toBe('@apollo');
    expect(of('/hub/node_modules/pg-protocol/dist/parser.js')).toBe('pg');
    expect(of('/hub/node_modules/graphql-yoga/cjs/server.js')).toBe('graphql-yoga');
    expect(of('/hub/node_modules/graphql/execution/execute.js')).toBe('graphql');
  });

  it('is a part of Node.js, or what the engine does by itself', () => {
    expect(of('node:internal/crypto/sig')).toBe('Node.js crypto');
    expect(of('node:net')).toBe('Node.js HTTP and sockets');
    expect(of('', '(garbage collector)')).toBe('garbage collection');
    expect(of('', '(idle)')).toBe('waiting');
  });

  it('is the caller’s when it has no file', () => {
    expect(of('', 'stringify')).toBeNull();
  });
});

describe('a profile in short', () => {
  const frame = (functionName: string, url: string) => ({
    functionName,
    url,
    scriptId: '0',
    lineNumber: 0,
    columnNumber: 0,
  });
  const profile: CpuProfile = {
    nodes: [
      { id: 1, callFrame: frame('(root)', ''), children: [2, 4] },
      { id: 2, callFrame: frame('answer', 'file:///hub/dist/gateway/main.js'), children: [3] },
      { id: 3, callFrame: frame('stringify', '') },
      { id: 4, callFrame: frame('query', '/hub/node_modules/pg/lib/client.js') },
    ],
    startTime: 0,
    endTime: 10_000,
    samples: [2, 3, 4, 3],
    timeDeltas: [1_000, 2_000, 4_000, 3_000],
  };

  it('counts time for who ran, or called what has no file, dearest first', () => {
    expect(summariseProfile(profile, '/hub/dist')).toEqual([
      { centre: 'gateway', ms: 6 },
      { centre: 'pg', ms: 4 },
    ]);
  });

  it('leaves out the sampling itself', () => {
    const nodes = [...profile.nodes, { id: 5, callFrame: frame('post', 'node:inspector') }];
    const samples = [2, 5];
    expect(summariseProfile({ ...profile, nodes, samples }, '/hub/dist')).toEqual([
      { centre: 'gateway', ms: 1 },
    ]);
  });

  it('is empty without samples', () => {
    expect(summariseProfile({ ...profile, samples: [], timeDeltas: [] }, '/hub/dist')).toEqual([]);
  });
});
