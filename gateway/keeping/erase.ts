import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { readPlaces, readRequired } from './arguments';
import { eraseEverywhere } from './eraseEverywhere';
import { openPlaces, places } from './places';
import { runCommand } from './runCommand';

const usage = `npm run erase -- --child REFERENCE --agency NAME [--agency NAME ...] --by WHO --reason DECISION [--wipe]

Erases one child from an agency's register, search keys, log and outbox; from the hub: from its own tables, the log of
questions and the log of events. The logs stay verifiable. Each agency decides for itself.

  --child REFERENCE  the opaque reference (Child.id)
  --agency NAME      ${places.join(', ')} or all
  --by WHO           who orders it
  --reason DECISION  the number of the decision; it is kept, so it must not tell whom it is about
  --wipe             writes the databases anew, so that no old byte stays in their files; nobody can use them meanwhile

Databases: DATABASE_URL_<NAME>, otherwise those in DATA_DIR (default .data). For hub also DATABASE_URL_AUDIT and
DATABASE_URL_EVENTS, as owner of the logs. An interruption leaves each database as it was or done: run it again.
`;

async function run(argv: readonly string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...argv],
    options: {
      child: text,
      by: text,
      reason: text,
      agency: { type: 'string', multiple: true },
      wipe: { type: 'boolean', default: false },
    },
  });
  const wanted = readPlaces(values.agency, null);
  const order = {
    child: readRequired(values, 'child'),
    by: readRequired(values, 'by'),
    reason: readRequired(values, 'reason'),
    now: new Date(),
  };
  const databases = openPlaces(process.env);
  try {
    const { here, absent } = await databases.reachable(wanted);
    for (const { place, counts, problem } of await eraseEverywhere(databases, here, order, values.wipe)) {
      const rows = Object.entries(counts).flatMap(([table, count]) =>
        count > 0 ? [`${count} ${table}`] : [],
      );
      process.stdout.write(`${place}: ${rows.join(', ') || 'nothing about the child'}\n`);
      if (problem) process.stderr.write(`${place}: ${problem}\n`);
      if (problem) process.exitCode = 1;
    }
    for (const place of absent)
      process.stderr.write(`${place}: NOT ERASED, its database is not reachable from here.\n`);
    return absent.length === 0 && process.exitCode !== 1 ? 0 : 1;
  } finally {
    await databases.close();
  }
}

runCommand({ usage, run });
