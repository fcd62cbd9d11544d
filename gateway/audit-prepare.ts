import { parseArgs } from 'node:util';
import { prepareAuditDatabase } from './audit/prepareAuditDatabase';
import { grantReading } from './review/grantReading';

const usage = `DATABASE_URL_AUDIT=… npm run audit:prepare -- --gateway ROLE [--reader ROLE]

Makes the audit log in its database, or brings it up to date, as the database's owner, and lets other roles in. Run it
before the gateways of a new version start; they then need no more than to add and to read.

  --gateway ROLE  the role of the gateways: may add and read
  --reader ROLE   the role of the hub's own graph: may read what was noted, without salts and hashes
`;

/** `npm run audit:prepare`: what only the owner of the log may do, so that the gateways need not be it. */
async function main(): Promise<number> {
  const { values } = parseArgs({
    options: { gateway: { type: 'string' }, reader: { type: 'string' }, help: { type: 'boolean' } },
  });
  const url = process.env['DATABASE_URL_AUDIT'];
  if (values.help || !url || values.gateway === undefined) {
    process.stderr.write(url || values.help ? usage : `DATABASE_URL_AUDIT is not set.\n\n${usage}`);
    return values.help ? 0 : 2;
  }
  await prepareAuditDatabase(url, values.gateway);
  if (values.reader !== undefined) await grantReading(url, values.reader);
  process.stderr.write(
    `The audit log is up to date; ${values.gateway} may add and read${values.reader === undefined ? '' : `, ${values.reader} may read`}.\n`,
  );
  return 0;
}

main().then(
  (code) => {
    process.exitCode = code;
  },
  (error: Error) => {
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  },
);
