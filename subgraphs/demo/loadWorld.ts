import { agencySubgraphs, type AgencySubgraph } from '../../schema/protocol/vocabulary';
import { loadGuardianship } from '../guardianship/subgraph';
import { loadMigration } from '../migration/subgraph';
import { loadMunicipality } from '../municipality/subgraph';
import { loadPolice } from '../police/subgraph';
import type { BulkLoadOptions } from '../shared/database/bulkLoad';
import { createBarrier, type Barrier } from './barrier';
import type { DemoChild } from './demoChild';
import { hubError } from '../../schema/protocol/hubError';

export interface LoadWorldOptions {
  /** Told how many children every agency has got to, now and then. */
  readonly onProgress?: (loaded: number) => void;
  /** Giving up leaves all databases as they were. */
  readonly signal?: AbortSignal;
}

/**
 * Loads children into the registers of all four agencies at once, each in one transaction; an agency commits only
 * after all of them have received everything. Memory does not grow with the number of children: each agency walks
 * the children itself, so they must be walkable four times (an array, `generateWorld`).
 * @returns the number of children
 * @throws CONFLICT when a child, or its dossier number, is loaded already; the signal's reason when given up
 */
export async function loadWorld(
  urls: Readonly<Record<AgencySubgraph, string>>,
  children: Iterable<DemoChild>,
  options: LoadWorldOptions = {},
): Promise<number> {
  assertWalkable(children);
  const failed = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, failed.signal]) : failed.signal;
  const barrier = createBarrier(agencySubgraphs.length, signal);
  const walked = new Map(agencySubgraphs.map((agency) => [agency, 0]));
  let told = 0;
  const onProgress = (): void => {
    const loaded = Math.min(...walked.values());
    if (loaded > told) options.onProgress?.((told = loaded));
  };
  const loads = agencySubgraphs.map(async (agency) => {
    try {
      await loadAgency(agency, urls[agency], walk(agency, children, walked, barrier), {
        signal,
        onProgress,
        batch,
      });
    } catch (error) {
      failed.abort(error); // only the first reason is kept: the others give up because of it
      throw error;
    }
  });
  const results = await Promise.allSettled(loads);
  if (results.some(({ status }) => status === 'rejected')) throw toConflict(signal.reason);
  return walked.get('migration')!;
}

/** Records per COPY: small enough for the progress to move. */
const batch = 2_000;

/** A generator object is empty after its first walk: three agencies would silently get nothing. */
function assertWalkable(children: Iterable<DemoChild>): void {
  if ((children[Symbol.iterator]() as unknown) !== children) return;
  throw new TypeError('These children can be walked only once; give an array or what generateWorld returns.');
}

type Records = Parameters<typeof loadMigration>[1] &
  Parameters<typeof loadMunicipality>[1] &
  Parameters<typeof loadPolice>[1] &
  Parameters<typeof loadGuardianship>[1];

function loadAgency(
  agency: AgencySubgraph,
  url: string,
  records: AsyncIterable<unknown>,
  options: BulkLoadOptions,
): Promise<number> {
  const load = {
    migration: loadMigration,
    municipality: loadMunicipality,
    police: loadPolice,
    guardianship: loadGuardianship,
  };
  return load[agency](url, records as Records, options);
}

async function* walk(
  agency: AgencySubgraph,
  children: Iterable<DemoChild>,
  walked: Map<AgencySubgraph, number>,
  barrier: Barrier,
): AsyncGenerator<NonNullable<DemoChild[AgencySubgraph]>> {
  let count = 0;
  for (const child of children) {
    const record = child[agency];
    if (record) yield record;
    walked.set(agency, (count += 1));
  }
  await barrier.arrive();
}

const uniqueViolation = '23505';

function toConflict(error: unknown): unknown {
  if ((error as { code?: string } | null)?.code !== uniqueViolation) return error;
  return hubError('CONFLICT', {
    sv: 'De här barnen finns redan i registren; ingenting har skrivits. Välj ett annat frö (--seed) för fler barn.',
    en: 'These children are in the registers already; nothing was written. Choose another seed (--seed) for more children.',
  });
}
