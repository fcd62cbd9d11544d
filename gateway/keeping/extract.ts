import 'reflect-metadata';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { agencySubgraphs } from '../../schema/protocol/vocabulary';
import { readRequired, UsageProblem } from './arguments';
import { receivers, type Receiver } from './extracts/extract';
import { noteExtract } from './extracts/noteExtract';
import { readExtract } from './extracts/readExtract';
import { toHtml } from './extracts/toHtml';
import { isAgency, openPlaces, places, type OpenPlaces } from './places';
import { runCommand } from './runCommand';

const usage = `npm run extract -- --agency NAME --child REFERENCE --for child|guardian --to FOLDER --by WHO --reason DECISION

Writes what an agency holds about a child (registerutdrag, GDPR art. 15) as extract.json and, in Swedish and English,
extract.html: the records that the child may see, what kinds are held back under which rule, who was told what, and how
long it is kept. The agency's own log notes that it was made.

  --agency NAME      ${agencySubgraphs.join(', ')}
  --for RECEIVER     a guardian gets none while the board keeps the child's circumstances from guardians
  --to FOLDER        made when it is missing, readable by its owner alone
  --by WHO           who makes it
  --reason DECISION  the number of the request

Databases: DATABASE_URL_<NAME>, otherwise those in DATA_DIR (default .data); for a guardian also the board's.
`;

async function run(argv: readonly string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...argv],
    options: { agency: text, child: text, for: text, to: text, by: text, reason: text },
  });
  const agency = places.find((place) => place === values.agency);
  if (!agency || !isAgency(agency))
    throw new UsageProblem(`--agency must be one of ${agencySubgraphs.join(', ')}.`);
  const receiver = receivers.find((each) => each === values.for);
  if (!receiver) throw new UsageProblem('--for must be child or guardian.');
  const child = readRequired(values, 'child');
  const folder = readRequired(values, 'to');
  const order = { by: readRequired(values, 'by'), reason: readRequired(values, 'reason') };
  const databases = openPlaces(process.env);
  try {
    await assertMayBeTold(databases, child, receiver);
    const sql = await databases.open(agency);
    if (!sql) throw new Error(`${agency}: its database is not reachable from here.`);
    const extract = await readExtract(sql, agency, child, receiver, new Date());
    if (!extract) {
      process.stdout.write(`${agency} holds nothing about the child.\n`);
      return 0;
    }
    await noteExtract(sql, extract, order);
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    writeFileSync(join(folder, 'extract.json'), `${JSON.stringify(extract, null, 2)}\n`, { mode: 0o600 });
    writeFileSync(join(folder, 'extract.html'), toHtml(extract), { mode: 0o600 });
    process.stdout.write(`${agency}: extract.json and extract.html in ${folder}\n`);
    return 0;
  } finally {
    await databases.close();
  }
}

/** Secrecy against whoever has custody (OSL 12:3) is the board's to keep: unless it says that there is none, there may be. */
async function assertMayBeTold(databases: OpenPlaces, child: string, receiver: Receiver): Promise<void> {
  if (receiver !== 'guardian') return;
  const board = await databases.open('guardianship');
  if (!board)
    throw new Error(
      'The board’s database is not reachable from here: nobody can say that the guardian may be told.',
    );
  const [kept] = await board.query<{ secret: boolean }>(
    'SELECT secret_from_guardian AS secret FROM child WHERE id = $1',
    [child],
  );
  if (kept?.secret === false) return;
  throw new Error(
    kept
      ? 'The child’s circumstances are kept from the guardian (OSL 12:3). Nothing was written.'
      : 'The board does not hold the child: nobody has a guardian’s right to this. Nothing was written.',
  );
}

runCommand({ usage, run });
