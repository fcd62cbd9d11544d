import type { KeyObject } from 'node:crypto';
import { createFindings, type Findings } from './finding';
import type { OpenLogs } from './openLogs';
import type { Restoration } from '../restoration';
import { readRestorations } from './readRestorations';
import { beginSnapshot } from './readRows';
import { reconcile, type Reconciliation } from './reconcile';
import { verifyLog, type LogVerification } from './verifyLog';

export interface VerifyLogsOptions {
  readonly keys: readonly KeyObject[];
  /** The signed note of a checkpoint that was kept outside the hub. */
  readonly external?: string | undefined;
  /**
   * How long an operation may be under way before the hub's log must have it, in milliseconds.
   * @default 30 000, as long as an agency honours an assertion; 0 while the hub is stopped
   */
  readonly underWayMs?: number;
  readonly onProgress?: (part: 'entries' | 'operations', done: number) => void;
}

export interface Verification {
  readonly log: LogVerification;
  readonly reconciliation: Reconciliation;
  readonly restorations: readonly Restoration[];
  readonly findings: Findings;
}

/** Verifies the hub's log and reconciles it with the agencies' own, all as of one moment. */
export async function verifyLogs(
  logs: Pick<OpenLogs, 'hub' | 'duty' | 'agencies' | 'hubIsStopped'>,
  options: VerifyLogsOptions,
): Promise<Verification> {
  const { hub, duty, agencies, hubIsStopped } = logs;
  const { keys, external, onProgress, underWayMs = hubIsStopped ? 0 : 30_000 } = options;
  const findings = createFindings();
  // The hub's first: whatever it has noted of an agency by then, the agency had noted before.
  await beginSnapshot(hub);
  if (duty) await beginSnapshot(duty);
  const underWaySince = underWayMs === 0 ? new Date(8.64e15) : new Date(Date.now() - underWayMs);
  for (const client of agencies.values()) await beginSnapshot(client);
  const restorations = await readRestorations(hub, keys, findings);
  const log = await verifyLog(hub, {
    keys,
    restorations,
    findings,
    external,
    onProgress: (done) => onProgress?.('entries', done),
  });
  const reconciliation = await reconcile({
    hub,
    duty,
    agencies,
    findings,
    underWaySince,
    restorations,
    onProgress: (done) => onProgress?.('operations', done),
  });
  for (const client of [hub, ...(duty ? [duty] : []), ...agencies.values()]) await client.query('COMMIT');
  return { log, reconciliation, restorations, findings };
}
