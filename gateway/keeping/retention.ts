import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { readHeld } from '../../subgraphs/shared/retention/legalHold';
import {
  eraseExpired,
  lookThrough,
  noteErased,
  type RetentionOptions,
} from '../../subgraphs/shared/retention/runRetention';
import type { Sql } from '../../subgraphs/shared/retention/sql';
import { readPlaces } from './arguments';
import { auditRules } from './auditRules';
import { describeRule } from './describeRule';
import { erasableAt, openPlaces, places, subgraphOf, type OpenPlaces, type Place } from './places';
import { runCommand, showProgress } from './runCommand';

const usage = `npm run retention -- [--agency NAME ...] [--dry-run]

Erases what is older than it may be kept, rule by rule: what, how many, on which ground. Never names anybody.

  --agency NAME  ${places.join(', ')}; default: all that are reachable
  --dry-run      tells what would be erased, and erases nothing

Databases: DATABASE_URL_<NAME>, otherwise those in DATA_DIR (default .data). For hub also DATABASE_URL_AUDIT, as the
owner of the log. What an interruption leaves is whole: run it again.
`;

async function run(argv: readonly string[], signal: AbortSignal): Promise<number> {
  const { values } = parseArgs({
    args: [...argv],
    options: { agency: { type: 'string', multiple: true }, 'dry-run': { type: 'boolean', default: false } },
  });
  const wanted = readPlaces(values.agency, places);
  const databases = openPlaces(process.env);
  try {
    const { here, absent } = await databases.reachable(wanted);
    for (const place of here) {
      process.stdout.write(`${place}\n`);
      for (const part of await partsOf(databases, place)) await keep(part, values['dry-run'], signal);
    }
    for (const place of absent)
      process.stdout.write(`${place}: NOT LOOKED AT, its database is not reachable from here.\n`);
    return here.length > 0 && (values.agency === undefined || absent.length === 0) ? 0 : 1;
  } finally {
    await databases.close();
  }
}

/** A database with the rules for it, and where it notes what was erased. */
interface Part {
  readonly sql: Sql;
  readonly record: Sql;
  readonly options: RetentionOptions;
}

async function partsOf(databases: OpenPlaces, place: Place): Promise<Part[]> {
  const record = (await databases.open(subgraphOf(place)))!;
  const now = new Date();
  const own: Part = { sql: record, record, options: { rules: erasableAt(place).rules, now } };
  const audit = place === 'hub' ? await databases.open('audit') : null;
  if (!audit) return [own];
  // The log is another database: its holds are the hub's.
  return [
    own,
    { sql: audit, record, options: { rules: auditRules, now, readHolds: () => readHeld(record, false) } },
  ];
}

async function keep({ sql, record, options }: Part, dryRun: boolean, signal: AbortSignal): Promise<void> {
  if (dryRun) {
    for (const found of await lookThrough(sql, options)) process.stdout.write(describeRule(found));
    return;
  }
  const onProgress = (rule: string, erased: number): void => showProgress(`  ${rule}: ${erased}`);
  const erased = await eraseExpired(sql, { ...options, onProgress, signal });
  showProgress('');
  if (options.readHolds && Object.keys(erased).length > 0) await noteErased(record, erased, options.now);
  for (const [rule, count] of Object.entries(erased)) process.stdout.write(`  ${rule}: ${count} erased\n`);
  if (Object.keys(erased).length === 0) process.stdout.write('  nothing was over\n');
}

runCommand({ usage, run });
