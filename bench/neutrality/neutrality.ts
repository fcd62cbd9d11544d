import { Client } from 'pg';
import { request } from 'undici';
import { createDemoIssuer } from '../../gateway/identity/demoIssuer';
import { generateWorld } from '../../subgraphs/demo/generateWorld';
import { storyChildren } from '../../subgraphs/demo/stories';
import type { Bench, BenchCall } from '../bench';
import { openRegisters, type Registers } from '../foundChild/registers';
import type { MeasuredProcess } from '../measured/startMeasured';
import { askedAlone, startMeasuredHub } from '../measured/startMeasuredHub';
import { describeMachine } from '../report/describeMachine';
import { formatNumber } from '../report/formatNumber';
import { formatTable } from '../report/formatTable';
import { percentile } from '../report/percentile';
import { standardisedDifference } from './standardisedDifference';

/** Whether the answers that must be one answer can be told apart. */
export const neutrality: Bench = {
  about: 'unknown, protected, adult and ambiguous: the same bytes, the same calls, no time to tell them by',
  run: async (call) => {
    call.print(`# neutrality\n\n${describeMachine()}; hub, PostgreSQL and asker share it.\n`);
    const registers = await openRegisters();
    try {
      await compare(registers, call);
    } finally {
      await registers.close();
    }
  },
};

interface Kind {
  readonly name: string;
  readonly criteria: Readonly<Record<string, string>>;
  readonly latencies: number[];
  /** Bodies without the receipt, which no two answers share. */
  readonly bodies: Set<string>;
}

const warmUp = 40;

async function compare(registers: Registers, call: BenchCall): Promise<void> {
  const { options, signal, say, print } = call;
  const now = new Date();
  const size = options.children[0]!;
  const stories = storyChildren(now);
  say(`Loading ${size} children …`);
  await registers.load([...stories, ...generateWorld({ children: size, seed: 1, now })], signal);
  const twin = stories.find(({ migration }) => migration?.dossierNumber === '12-410010')!.migration!;
  const kinds = [
    kind('nobody, by number', { dossierNumber: '99-999999' }),
    kind('protected, by number', { dossierNumber: '12-410009' }),
    kind('adult, by number', { dossierNumber: '12-410015' }),
    kind('nobody, by name and date', { familyName: 'Wqxzykov', birthDate: twin.birthDate! }),
    kind('ambiguous, by name and date', {
      familyName: twin.names[0]!.family!,
      birthDate: twin.birthDate!,
    }),
  ];
  const turns = Math.max(60, options.seconds * 20);
  await withHub(registers, (hub) => askInTurn(hub, registers.dataDir, kinds, turns, signal));
  const calls = await countNotes(registers.urls.audit);
  print(
    `${formatNumber(size)} children, ${turns} questions of each kind in a random order, one at a time.\n`,
  );
  print(toTable(kinds, calls));
}

function kind(name: string, criteria: Kind['criteria']): Kind {
  return { name, criteria, latencies: [], bodies: new Set() };
}

async function withHub(registers: Registers, use: (hub: MeasuredProcess) => Promise<void>): Promise<void> {
  const hub = await startMeasuredHub(registers, { env: askedAlone });
  try {
    await use(hub);
  } finally {
    await hub.stop();
  }
}

const query = `query ($criteria: IdentityCriteria!) { identify(criteria: $criteria, foundIn: "0180") {
  outcome grade evidence { identifier } child { id } guidance { text contacts { name } } } }`;

async function askInTurn(
  hub: MeasuredProcess,
  dataDir: string,
  kinds: readonly Kind[],
  turns: number,
  signal: AbortSignal,
): Promise<void> {
  const issuer = await createDemoIssuer(dataDir);
  const authorization = `Bearer ${await issuer.issue({ role: 'SOCIAL_EMERGENCY', municipality: '0180' })}`;
  for (let turn = -warmUp; turn < turns; turn += 1) {
    for (const one of shuffled(kinds)) {
      signal.throwIfAborted();
      const begin = performance.now();
      const { body } = await request(`${hub.address}/graphql`, {
        method: 'POST',
        headers: {
          authorization,
          'content-type': 'application/json',
          'x-purpose': 'IDENTIFICATION',
          'x-case-reference': one.name.replaceAll(/\W+/g, '-'),
        },
        body: JSON.stringify({ query, variables: { criteria: one.criteria } }),
      });
      const text = await body.text();
      if (turn < 0) continue;
      one.latencies.push(performance.now() - begin);
      const { extensions: _receipt, ...answer } = JSON.parse(text) as Record<string, unknown>;
      one.bodies.add(JSON.stringify(answer));
    }
  }
}

function shuffled<T>(items: readonly T[]): T[] {
  return items
    .map((item) => [Math.random(), item] as const)
    .sort(([one], [other]) => one - other)
    .map(([, item]) => item);
}

/** How many notes the agencies made for each question of a kind: one number, or they differ. */
async function countNotes(auditUrl: string): Promise<ReadonlyMap<string, string>> {
  const client = new Client({ connectionString: auditUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ kind: string; counts: string }>(
      `SELECT case_reference AS kind, string_agg(DISTINCT cardinality(receipts)::text, ', ') AS counts
       FROM audit.entry GROUP BY case_reference`,
    );
    return new Map(rows.map(({ kind: name, counts }) => [name, counts]));
  } finally {
    await client.end();
  }
}

/** Each kind beside nobody, asked in the same way. */
function toTable(kinds: readonly Kind[], notes: ReadonlyMap<string, string>): string {
  const head = ['asked about', 'bodies', 'as for nobody', 'agency notes', 'p50 ms', 'p99 ms', 'difference'];
  let largest = 0;
  const rows = kinds.map((one) => {
    const way = one.name.split(', by ')[1]!;
    const nobody = kinds.find(({ name }) => name === `nobody, by ${way}`)!;
    const sorted = Float64Array.from(one.latencies).sort();
    const difference = standardisedDifference(one.latencies, nobody.latencies);
    largest = Math.max(largest, Math.abs(difference));
    return [
      one.name,
      String(one.bodies.size),
      [...one.bodies].every((body) => nobody.bodies.has(body)) ? 'yes' : 'NO',
      notes.get(one.name.replaceAll(/\W+/g, '-')) ?? '–',
      formatNumber(percentile(sorted, 0.5)),
      formatNumber(percentile(sorted, 0.99)),
      one === nobody ? '–' : difference.toFixed(2),
    ];
  });
  const noise = 2 * Math.sqrt(2 / kinds[0]!.latencies.length);
  return (
    `${formatTable(head, rows)}\n\nLargest standardised difference of the logarithm of the time: ` +
    `${largest.toFixed(2)}; equal times would give less than ${noise.toFixed(2)} in 19 of 20 comparisons.`
  );
}
