import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import type { AuditEntry } from '../../gateway/audit/auditEntry';
import { createAuditLog } from '../../gateway/audit/createAuditLog';
import { prepareAuditDatabase } from '../../gateway/audit/prepareAuditDatabase';
import { createGroupCommit } from '../../schema/protocol/groupCommit';
import { storyChildId } from '../../subgraphs/demo/stories';
import { startEmbeddedPostgres } from '../../subgraphs/shared/database/embeddedPostgres';
import { removeDataDir } from '../measured/removeDataDir';

/** Deliveries of one write, as the hub's gateway gathers them. */
const atOnce = 250;

/**
 * How long the entries for one event's deliveries take to be durable and proved, with nothing else to do: no delivery
 * that is noted before it leaves can come sooner.
 *
 * @returns milliseconds until each entry of each event was
 */
export async function timeEntriesAlone(
  folder: string,
  size: number,
  { warm, events }: { readonly warm: number; readonly events: number },
): Promise<readonly number[]> {
  // A log of its own: this one is signed with another key than the hub's.
  const dataDir = join(folder, 'entries');
  const { urls, stop } = await startEmbeddedPostgres({ dataDir, databases: ['audit'] });
  try {
    await prepareAuditDatabase(urls['audit']!);
    const signingKey = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
    const log = createAuditLog({ url: urls['audit']!, signingKey: signingKey.toString(), timeoutMs: 10_000 });
    const append = createGroupCommit(log.append, { largestGroup: atOnce, gathers: true });
    const entries = [...Array(size)].map((_, index) => entryOf(index));
    const latencies: number[] = [];
    for (let event = 0; event < warm + events; event += 1) {
      const since = performance.now();
      const appended = entries.map(async (entry) => {
        await append([{ ...entry, occurredAt: new Date() }]);
        if (event >= warm) latencies.push(performance.now() - since);
      });
      await Promise.all(appended);
      // Events come one at a time.
      await setTimeout(5);
    }
    await log.close();
    return latencies;
  } finally {
    await stop();
    removeDataDir(dataDir);
  }
}

/** What a delivery of a case update notes. */
function entryOf(index: number): AuditEntry {
  return {
    operationId: randomUUID(),
    occurredAt: new Date(),
    principalId: `system-${index}`,
    role: 'INTEGRATOR',
    agency: 'MUNICIPALITY',
    municipality: '2580',
    purpose: 'CASE_WORK',
    caseReference: 'BENCH-1',
    operationName: null,
    child: storyChildId('open-case'),
    fieldsDisclosed: ['CaseUpdate.id', 'Subscription.caseUpdates'],
    fieldsDenied: [],
    outcome: 'DISCLOSED',
    receipts: [],
  };
}
