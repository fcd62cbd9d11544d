import 'reflect-metadata';
import { parseArgs } from 'node:util';
import { readHubKey } from '../../subgraphs/hubKey';
import { readRequired, UsageProblem } from './arguments';
import { receivers } from './extracts/extract';
import { makeExtract } from './extracts/makeExtract';
import { openPlaces, places } from './places';
import { runCommand } from './runCommand';

const usage = `npm run extract -- --agency NAME --child REFERENCE --for child|guardian --to FOLDER --by WHO --reason DECISION

Writes what an agency, or the hub itself, holds about a child (registerutdrag, GDPR art. 15) as extract.json and, in Swedish and English,
extract.html: the records that the child may see, what kinds are held back under which rule, who was told what, and how
long it is kept. The log of whoever holds it notes that it was made.

  --agency NAME      ${places.join(', ')}; hub: grants, links, openings and who asked, signed into its log
  --for RECEIVER     a guardian gets none while the board keeps the child's circumstances from guardians
  --to FOLDER        made when it is missing, readable by its owner alone
  --by WHO           who makes it
  --reason DECISION  the number of the request

Databases: DATABASE_URL_<NAME>, otherwise those in DATA_DIR (default .data); for a guardian also the board's. The hub's
are IDENTIFICATION and AUDIT, and its key GATEWAY_SIGNING_KEY, otherwise the one in DATA_DIR.
`;

async function run(argv: readonly string[]): Promise<number> {
  const text = { type: 'string' } as const;
  const { values } = parseArgs({
    args: [...argv],
    options: { agency: text, child: text, for: text, to: text, by: text, reason: text },
  });
  const agency = places.find((place) => place === values.agency);
  if (!agency) throw new UsageProblem(`--agency must be one of ${places.join(', ')}.`);
  const receiver = receivers.find((each) => each === values.for);
  if (!receiver) throw new UsageProblem('--for must be child or guardian.');
  const child = readRequired(values, 'child');
  const folder = readRequired(values, 'to');
  const ordered = { by: readRequired(values, 'by'), reason: readRequired(values, 'reason') };
  const databases = openPlaces(process.env);
  try {
    const order = { agency, child, receiver, folder, ...ordered, now: new Date(), hubKey: findHubKey };
    const made = await makeExtract(databases, order);
    process.stdout.write(
      made
        ? `${agency}: extract.json and extract.html in ${folder}\n`
        : `${agency} holds nothing about the child.\n`,
    );
    return 0;
  } finally {
    await databases.close();
  }
}

function findHubKey(): string {
  return readHubKey('identification', process.env['DATA_DIR'] || '.data', process.env).signingKey!;
}

runCommand({ usage, run });
