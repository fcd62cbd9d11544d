import type { SubgraphName } from '../../../schema/protocol/vocabulary';
import type { Verification } from './verifyLogs';

/** What the verifier found, for a person. */
export function report(
  { log, reconciliation, findings }: Verification,
  absent: readonly SubgraphName[],
): string {
  const { operations, disclosures, late, underWay } = reconciliation;
  const lines = [
    `${log.entries} entries under ${log.checkpoints} signed checkpoints; linkage erased in ${log.erased}.`,
    `${operations} operations reconciled with ${disclosures} disclosures in the agencies' logs` +
      `${late > 0 ? `; ${late} came after the hub had stopped waiting` : ''}` +
      `${underWay > 0 ? `; ${underWay} may still be under way` : ''}.`,
    ...absent.map((agency) => {
      const variable = `DATABASE_URL_${agency.toUpperCase()}`;
      return `NOT RECONCILED with ${agency}: its log is not reachable from here (${variable}).`;
    }),
    ...findings.all.map(({ kind, text }) => `BROKEN ${kind}: ${text}.`),
    ...[...findings.suppressed].map(([kind, count]) => `BROKEN ${kind}: and ${count} more.`),
    findings.all.length === 0 ? 'The log is whole.' : 'The log is NOT whole.',
  ];
  return `${lines.join('\n')}\n`;
}
