import { parseArgs } from 'node:util';
import { allMunicipalities, type County } from '../../shared/reference/municipality';

export interface ReportOptions {
  readonly county: County;
  readonly year: number;
  /** Where the report is written. */
  readonly out: string;
  /** Where the hub answers, without a path. */
  readonly hub: string;
  /** Of a county analyst; null: the demo issuer's. */
  readonly token: string | null;
}

const usage = `npm run report -- --county 01 --year 2025 [--out FILE.html] [--hub http://localhost:4000] [--token JWT]
  --county  SCB:s länskod / county code, 01–25
  --year    ett år som är slut / a year that is over
  --token   en länsanalytikers, eller REPORT_TOKEN; utan: demots / a county analyst's, or REPORT_TOKEN; without: the demo's`;

/**
 * Reads the command line.
 * @throws RangeError saying what was got and what is wanted
 */
export function readReportOptions(argv: readonly string[], env: NodeJS.ProcessEnv): ReportOptions {
  const { county, year, out, hub, token } = readArguments(argv);
  const found = findCounty(county);
  if (!found) throw new RangeError(`--county: fick / got "${county ?? ''}".\n${usage}`);
  if (!/^20\d\d$/.test(year ?? '')) throw new RangeError(`--year: fick / got "${year ?? ''}".\n${usage}`);
  if (!URL.canParse(hub) || !/^https?:$/.test(new URL(hub).protocol)) {
    throw new RangeError(`--hub: fick / got "${hub}".\n${usage}`);
  }
  return {
    county: found,
    year: Number(year),
    out: out ?? `report-${found.code}-${year}.html`,
    hub: new URL(hub).origin,
    token: token ?? env['REPORT_TOKEN'] ?? null,
  };
}

function readArguments(argv: readonly string[]) {
  const text = { type: 'string' } as const;
  const hub = { type: 'string', default: 'http://localhost:4000' } as const;
  try {
    return parseArgs({ args: [...argv], options: { county: text, year: text, out: text, hub, token: text } })
      .values;
  } catch (error) {
    throw new RangeError(`${(error as Error).message}\n${usage}`, { cause: error });
  }
}

function findCounty(code: string | undefined): County | undefined {
  return allMunicipalities().find(({ county }) => county.code === code)?.county;
}
