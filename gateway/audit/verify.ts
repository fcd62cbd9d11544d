import { parseArgs } from 'node:util';
import { startEmbeddedPostgres } from '../../subgraphs/shared/database/embeddedPostgres';
import { openLogs } from './verify/openLogs';
import { readKeptCheckpoint } from './verify/readKeptCheckpoint';
import { readKeys } from './verify/readKeys';
import { report } from './verify/report';
import { verifyLogs } from './verify/verifyLogs';

const usage = `npm run audit:verify -- [--checkpoint FILE] [--key FILE ...]

Recomputes the audit log, checks its signed checkpoints and reconciles it with the agencies' own logs.
Exit 0: whole. Exit 1: not, and what is wrong where; or it could not be verified.

  --checkpoint FILE  a checkpoint kept outside the hub (extensions.audit of any answer): shows what has gone since
  --key FILE         public key (PEM) that the hub signed with earlier; may be given several times

Databases: DATABASE_URL_AUDIT and DATABASE_URL_<AGENCY>, otherwise those in DATA_DIR (default .data).
Key: GATEWAY_VERIFY_KEY, GATEWAY_SIGNING_KEY, otherwise the one in DATA_DIR.
`;

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      checkpoint: { type: 'string' },
      key: { type: 'string', multiple: true },
      help: { type: 'boolean' },
    },
  });
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const keys = readKeys(process.env, values.key ?? []);
  const external = values.checkpoint === undefined ? undefined : readKeptCheckpoint(values.checkpoint);
  const logs = await openLogs(process.env, (dataDir) => startEmbeddedPostgres({ dataDir, databases: [] }));
  try {
    const onProgress = (part: string, done: number): void => showProgress(`${done} ${part}`);
    const verification = await verifyLogs(logs, { keys, external, onProgress });
    showProgress('');
    process.stdout.write(report(verification, logs));
    return verification.findings.all.length === 0 ? 0 : 1;
  } finally {
    await logs.close();
  }
}

/** One line that is written over, on a terminal only. */
function showProgress(text: string): void {
  if (process.stderr.isTTY) process.stderr.write(`\r\u001b[K${text}`);
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
