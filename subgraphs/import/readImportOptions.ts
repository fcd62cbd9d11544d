import { userInfo } from 'node:os';
import { parseArgs } from 'node:util';
import { agencySubgraphs, type AgencySubgraph } from '../../schema/protocol/vocabulary';
import type { OnConflict } from './update/mergeRow';

export interface ImportOptions {
  readonly agency: AgencySubgraph;
  readonly file: string;
  readonly format: 'NDJSON' | 'CSV';
  /** Checks everything, also against the register, and writes nothing. */
  readonly dryRun: boolean;
  /** Brings records that changed since the last import together with what the register has. */
  readonly update: boolean;
  /** What stands where the hub and the file have both changed something. */
  readonly onConflict: OnConflict;
  /** Who imports, for the register's own record of imports. */
  readonly by: string;
}

const usage = `npm run import -- --agency migration|municipality|police|guardianship FILE.ndjson|FILE.csv
  [--dry-run] [--update [--on-conflict refuse|hub|file]] [--by WHO]`;

/**
 * Reads the command line.
 * @throws RangeError saying what was got and what is wanted
 */
export function readImportOptions(argv: readonly string[]): ImportOptions {
  const { agency, file, dryRun, update, onConflict, by } = readArguments(argv);
  if (!isAgency(agency)) throw new RangeError(`--agency: fick / got "${agency ?? ''}".\n${usage}`);
  const extension = file?.split('.').at(-1)?.toLowerCase();
  if (!file || (extension !== 'ndjson' && extension !== 'csv')) {
    throw new RangeError(`Fil / file: .ndjson eller / or .csv, fick / got "${file ?? ''}".\n${usage}`);
  }
  if (!isOnConflict(onConflict)) throw new RangeError(`--on-conflict: fick / got "${onConflict}".\n${usage}`);
  if (onConflict !== 'refuse' && !update)
    throw new RangeError(`--on-conflict hör till / belongs to --update.\n${usage}`);
  const format = extension === 'csv' ? 'CSV' : 'NDJSON';
  return { agency, file, format, dryRun, update, onConflict, by: by ?? userInfo().username };
}

function readArguments(argv: readonly string[]) {
  try {
    const { values, positionals } = parseArgs({
      args: [...argv],
      allowPositionals: true,
      options: {
        agency: { type: 'string' },
        by: { type: 'string' },
        update: { type: 'boolean', default: false },
        'on-conflict': { type: 'string', default: 'refuse' },
        'dry-run': { type: 'boolean', default: false },
      },
    });
    if (positionals.length > 1) throw new RangeError(`${positionals.length} filer / files`);
    const { agency, by, update, 'on-conflict': onConflict, 'dry-run': dryRun } = values;
    return { agency, file: positionals[0], dryRun, update, onConflict, by };
  } catch (error) {
    throw new RangeError(`${(error as Error).message}\n${usage}`, { cause: error });
  }
}

function isAgency(agency: string | undefined): agency is AgencySubgraph {
  return (agencySubgraphs as readonly string[]).includes(agency ?? '');
}

function isOnConflict(choice: string): choice is OnConflict {
  return ['refuse', 'hub', 'file'].includes(choice);
}
