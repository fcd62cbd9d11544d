import { startEmbeddedPostgres } from '../subgraphs/shared/database/embeddedPostgres';
import { openLogs } from './audit/verify/openLogs';
import { loadReview } from './review/loadReview';
import { loadReviews } from './review/loadReviews';
import { readReviewArguments, reviewUsage } from './review/readReviewArguments';
import { toCsv } from './review/toCsv';

const noOwnDatabase = 'the hub’s own database cannot be reached (DATABASE_URL_IDENTIFICATION).\n';

/** `npm run audit:review`: what should be reviewed of one day of the log, on standard output. */
async function main(): Promise<number> {
  const args = readReviewArguments(process.argv.slice(2));
  if (typeof args === 'string') {
    process.stderr.write(`${args}\n\n${reviewUsage}`);
    return 2;
  }
  const logs = await openLogs(process.env, (dataDir) => startEmbeddedPostgres({ dataDir, databases: [] }));
  try {
    const review = await loadReview(logs.hub, args);
    const entries = logs.duty
      ? await loadReviews(logs.duty, review.entries)
      : review.entries.map((entry) => ({ ...entry, secondLook: null }));
    process.stdout.write(
      args.format === 'csv' ? toCsv(entries) : `${JSON.stringify({ ...review, entries }, null, 2)}\n`,
    );
    if (!logs.duty) process.stderr.write('Whether anything has been reviewed is not known: ' + noOwnDatabase);
    process.stderr.write(
      `${review.date}: ${review.looks} looks at children, ${review.sampled} sampled (${review.share * 100} %), ` +
        `${review.entries.length} entries to review.\n`,
    );
    return 0;
  } finally {
    await logs.close();
  }
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
