import { parseArgs } from 'node:util';
import { agencies, type Agency } from '../../schema/protocol/vocabulary';
import type { ReviewQuestion } from './loadReview';

export interface ReviewArguments extends ReviewQuestion {
  readonly format: 'json' | 'csv';
}

export const reviewUsage = `npm run --silent audit:review -- --date YYYY-MM-DD [options]

Prints what should be reviewed of one day of the audit log: a sample, every broken glass, everything the border
police read, and what is unusual. Each entry says why it is there, and what a second person has said of it.

  --date YYYY-MM-DD    the day in Sweden
  --share SHARE        of the looks at children, e.g. 0.05; default: 0.05
  --format FORMAT      json or csv; default: json
  --agency AGENCY      that agency's people only: ${agencies.join(', ')}
  --municipality CODE  that municipality's people only

Databases: DATABASE_URL_AUDIT and DATABASE_URL_IDENTIFICATION, otherwise those in DATA_DIR (default .data).
`;

/** @returns the arguments, or what is wrong with them */
export function readReviewArguments(args: readonly string[]): ReviewArguments | string {
  const values = parseOptions(args);
  if (typeof values === 'string') return values;
  const { date = '', share, format = 'json', agency, municipality } = values;
  if (!isDate(date)) return '--date must be a day of the calendar, YYYY-MM-DD.';
  if (share !== undefined && !(share.trim() !== '' && Number(share) >= 0 && Number(share) <= 1)) {
    return '--share must be a number from 0 to 1.';
  }
  if (format !== 'json' && format !== 'csv') return '--format must be json or csv.';
  if (agency !== undefined && !isAgency(agency)) return `--agency must be one of ${agencies.join(', ')}.`;
  if (municipality !== undefined && !/^\d{4}$/.test(municipality))
    return '--municipality must be four digits, e.g. 0180.';
  return { date, format, agency, municipality, share: share === undefined ? undefined : Number(share) };
}

function parseOptions(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = { date: text, share: text, format: text, agency: text, municipality: text };
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    return (error as Error).message;
  }
}

function isDate(value: string): boolean {
  const parsed = new Date(`${value}T00:00:00Z`);
  return (
    /^\d{4}-\d\d-\d\d$/.test(value) &&
    !Number.isNaN(parsed.getTime()) &&
    parsed.toISOString().startsWith(value)
  );
}

function isAgency(value: string): value is Agency {
  return (agencies as readonly string[]).includes(value);
}
