/** Imports point one way: gateway -> schema; a subgraph -> its own folder, the kit and schema; nothing -> test. */
const subgraphs = ['identification', 'migration', 'municipality', 'police', 'guardianship'];

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'not-to-test',
      severity: 'error',
      from: { pathNot: '^(test|bench)/' },
      to: { path: '^(test|bench)/' },
    },
    {
      name: 'schema-is-a-leaf',
      severity: 'error',
      from: { path: '^schema/(access|protocol)/' },
      to: { path: '^(gateway|subgraphs)/' },
    },
    {
      name: 'console-stands-alone',
      comment:
        "The page runs in a browser: it knows the graph by its printed operations, the list of municipalities and the questions of the plans' forms.",
      severity: 'error',
      from: { path: '^gateway/console/' },
      to: {
        path: '^(gateway|schema|subgraphs)/',
        pathNot:
          '^(gateway/console/|schema/console/|subgraphs/(shared/reference/municipalities|(police|guardianship)/forms/\\w+Questions)[.]json$)',
      },
    },
    {
      name: 'nobody-knows-the-console',
      severity: 'error',
      from: { path: '^(gateway|schema|subgraphs)/', pathNot: '^gateway/console/' },
      to: { path: '^gateway/console/' },
    },
    {
      name: 'gateway-knows-no-agency',
      comment:
        'Only the process entries, and the commands of administrators, may put the subgraphs or their databases beside the gateway.',
      severity: 'error',
      from: {
        path: '^gateway/',
        pathNot: '^gateway/(console/|keeping/|(main|stack|audit-review|audit/verify)\\.ts$)',
      },
      to: { path: '^subgraphs/' },
    },
    {
      name: 'kit-knows-no-agency',
      severity: 'error',
      from: { path: '^subgraphs/shared/' },
      to: { path: '^(gateway|subgraphs/(?!shared/))' },
    },
    ...subgraphs.map((name) => ({
      name: `${name}-stands-alone`,
      severity: 'error',
      from: { path: `^subgraphs/${name}/` },
      to: { path: '^(gateway/|subgraphs/)', pathNot: `^subgraphs/(shared|${name})/` },
    })),
    {
      name: 'one-public-file',
      comment: "A subgraph's subgraph.ts and records.ts are all that others may see of it.",
      severity: 'error',
      from: {
        path: '^(gateway|schema|subgraphs/(main|definitions|startSubgraphs|demo|import))',
        pathNot: '^gateway/console/',
      },
      to: { path: `^subgraphs/(${subgraphs.join('|')})/`, pathNot: '/(subgraph|records)\\.ts$' },
    },
    {
      name: 'rules-are-pure',
      comment: 'Domain rules, access decisions and matching are functions over values.',
      severity: 'error',
      from: {
        path: '^(schema/access/|subgraphs/identification/(absconding|deadlines|directory|responsibility|routines)/|subgraphs/shared/matching/)',
      },
      to: { path: 'node_modules/(graphql|typeorm|type-graphql)', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    tsConfig: { fileName: 'tsconfig.check.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.js', '.json'] },
  },
};
