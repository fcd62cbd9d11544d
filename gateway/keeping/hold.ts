import 'reflect-metadata';
import { parseArgs } from 'node:util';
import {
  liftHold,
  listHolds,
  placeHold,
  reviewHold,
  type LegalHold,
} from '../../subgraphs/shared/retention/legalHold';
import type { Sql } from '../../subgraphs/shared/retention/sql';
import { localDate } from '../../subgraphs/shared/time/stockholm';
import { readDay, readPlaces, readRequired, UsageProblem } from './arguments';
import { openPlaces, places, subgraphOf, type Place } from './places';
import { runCommand } from './runCommand';

const usage = `npm run hold -- place|list|review|lift --agency NAME ... [options]

Keeps a child or a case from being erased, by its time or by order, until the hold is lifted.

  place   (--child REFERENCE | --case NUMBER) --reason TEXT --by WHO --review-on YYYY-MM-DD
  list    those in force; a review that is overdue says so, and the hold goes on
  review  --id ID --by WHO --review-on YYYY-MM-DD   it is still needed
  lift    --id ID --by WHO --reason TEXT

  --agency NAME  ${places.join(', ')} or all (for place and list)

Databases: DATABASE_URL_<NAME>, otherwise those in DATA_DIR (default .data).
`;

const text = { type: 'string' } as const;
const options = {
  ...{ child: text, case: text, reason: text, by: text, 'review-on': text, id: text },
  agency: { type: 'string', multiple: true },
} as const;
type Values = Readonly<Record<string, unknown>>;

const actions: Readonly<Record<string, (sql: Sql, place: Place, values: Values) => Promise<string>>> = {
  place: async (sql, place, values) => {
    const id = await placeHold(sql, readNewHold(values), new Date());
    return `${place}: hold ${id} is in force.\n`;
  },
  list: async (sql, place) => {
    const holds = await listHolds(sql);
    return holds.map((hold) => describeHold(place, hold)).join('') || `${place}: no holds.\n`;
  },
  review: async (sql, place, values) => {
    const id = readRequired(values, 'id');
    const review = { by: readRequired(values, 'by'), reviewOn: readReviewDay(values) };
    return told(
      place,
      id,
      await reviewHold(sql, id, review, new Date()),
      `to be reviewed on ${review.reviewOn}`,
    );
  },
  lift: async (sql, place, values) => {
    const id = readRequired(values, 'id');
    const lifting = { by: readRequired(values, 'by'), reason: readRequired(values, 'reason') };
    return told(place, id, await liftHold(sql, id, lifting, new Date()), 'lifted');
  },
};

async function run(argv: readonly string[]): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...argv], allowPositionals: true, options });
  const act = actions[positionals[0] ?? ''];
  if (!act) throw new UsageProblem(`What? ${Object.keys(actions).join(', ')}.`);
  const wanted = readPlaces(values.agency, null);
  if (positionals[0] !== 'list' && positionals[0] !== 'place' && wanted.length > 1)
    throw new UsageProblem('A hold has its number in one agency: give one --agency.');
  if (positionals[0] === 'place') readNewHold(values);
  const databases = openPlaces(process.env);
  try {
    const { here, absent } = await databases.reachable(wanted);
    for (const place of here) {
      const sql = (await databases.open(subgraphOf(place)))!;
      process.stdout.write(await act(sql, place, values));
    }
    for (const place of absent) process.stderr.write(`${place}: its database is not reachable from here.\n`);
    return absent.length === 0 ? 0 : 1;
  } finally {
    await databases.close();
  }
}

function readNewHold(values: Values) {
  const child = typeof values['child'] === 'string' ? values['child'] : null;
  const caseReference = typeof values['case'] === 'string' ? values['case'] : null;
  if ((child === null) === (caseReference === null)) throw new UsageProblem('Give either --child or --case.');
  return {
    child,
    caseReference,
    reason: readRequired(values, 'reason'),
    by: readRequired(values, 'by'),
    reviewOn: readReviewDay(values),
  };
}

function readReviewDay(values: Values): string {
  const day = readDay('review-on', readRequired(values, 'review-on'));
  if (day > localDate(new Date())) return day;
  throw new UsageProblem('--review-on must be a day to come.');
}

function describeHold(
  place: Place,
  { id, child, caseReference, reason, placedBy, placedAt, reviewOn }: LegalHold,
): string {
  const overdue = reviewOn < localDate(new Date()) ? ' OVERDUE' : '';
  return (
    `${place} ${id}: ${child === null ? `case ${caseReference}` : `child ${child}`}, since ` +
    `${localDate(placedAt)} by ${placedBy}, review on ${reviewOn}${overdue}: ${reason}\n`
  );
}

function told(place: Place, id: string, done: boolean, what: string): string {
  if (!done) throw new Error(`${place} has no hold ${id} in force.`);
  return `${place}: hold ${id} ${what}.\n`;
}

runCommand({ usage, run });
