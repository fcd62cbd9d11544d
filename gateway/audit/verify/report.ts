import { addressVariable } from '../../../schema/protocol/addressVariable';
import type { OpenLogs } from './openLogs';
import type { Verification } from './verifyLogs';

/** What the verifier found, for a person. */
export function report(
  { log, reconciliation, restorations, findings }: Verification,
  { absent, elsewhere, dataDir }: Pick<OpenLogs, 'absent' | 'elsewhere' | 'dataDir'>,
): string {
  const { operations, disclosures, late, underWay, lost } = reconciliation;
  const lines = [
    `${log.entries} entries under ${log.checkpoints} signed checkpoints; linkage erased in ${log.erased}.`,
    `${operations} operations reconciled with ${disclosures} disclosures in the agencies' logs` +
      `${late > 0 ? `; ${late} came after the hub had stopped waiting` : ''}` +
      `${underWay > 0 ? `; ${underWay} may still be under way` : ''}.`,
    ...restorations.map(
      ({ size, takenAt, restoredAt }) =>
        `RESTORED on ${restoredAt.toISOString()} from a backup of ${takenAt.toISOString()} with ${size} entries, by the hub's ` +
        'signature: hold your own record of it against this.',
    ),
    ...(lost > 0
      ? [`${lost} answers of the time between backup and restoration stand on one side alone.`]
      : []),
    ...absent.map(
      (name) => `NOT RECONCILED with ${name}: its log is not reachable from here (${addressVariable(name)}).`,
    ),
    ...elsewhere.map(
      (name) =>
        `FOUND IN ${dataDir}: the log of ${name}, while the hub's has an address. If they are not of one hub, give ` +
        `${addressVariable(name)}, or another DATA_DIR.`,
    ),
    ...findings.all.map(({ kind, text }) => `BROKEN ${kind}: ${text}.`),
    ...[...findings.suppressed].map(([kind, count]) => `BROKEN ${kind}: and ${count} more.`),
    findings.all.length === 0 ? 'The log is whole.' : 'The log is NOT whole.',
  ];
  return `${lines.join('\n')}\n`;
}
