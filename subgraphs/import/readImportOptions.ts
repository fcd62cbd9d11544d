import { parseArgs } from 'node:util';
import { agencySubgraphs, type AgencySubgraph } from '../../schema/protocol/vocabulary';

export interface ImportOptions {
  readonly agency: AgencySubgraph;
  readonly file: string;
  readonly format: 'NDJSON' | 'CSV';
  /** Checks everything, also against the register, and writes nothing. */
  readonly dryRun: boolean;
}

const usage =
  'npm run import -- --agency migration|municipality|police|guardianship FILE.ndjson|FILE.csv [--dry-run]';

/**
 * Reads the command line.
 * @throws RangeError saying what was got and what is wanted
 */
export function readImportOptions(argv: readonly string[]): ImportOptions {
  const { agency, file, dryRun } = readArguments(argv);
  if (!isAgency(agency)) throw new RangeError(`--agency: fick / got "${agency ?? ''}".\n${usage}`);
  const extension = file?.split('.').at(-1)?.toLowerCase();
  if (!file || (extension !== 'ndjson' && extension !== 'csv')) {
    throw new RangeError(`Fil / file: .ndjson eller / or .csv, fick / got "${file ?? ''}".\n${usage}`);
  }
  return { agency, file, format: extension === 'csv' ? 'CSV' : 'NDJSON', dryRun };
}

function readArguments(argv: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: { agency: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
    });
    if (positionals.length > 1) throw new RangeError(`${positionals.length} filer / files`);
    return { agency: values.agency, file: positionals[0], dryRun: values['dry-run'] };
  } catch (error) {
    throw new RangeError(`${(error as Error).message}\n${usage}`, { cause: error });
  }
}

function isAgency(agency: string | undefined): agency is AgencySubgraph {
  return (agencySubgraphs as readonly string[]).includes(agency ?? '');
}
