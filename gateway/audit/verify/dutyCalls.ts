import type { Client } from 'pg';
import { silenceOf, type Receipt } from '../../../schema/protocol/disclosure';
import { dutyClock } from '../../../schema/protocol/dutyClock';
import { agencySubgraphs } from '../../../schema/protocol/vocabulary';
import { readRows } from './readRows';
import type { HubRow } from './reconcile';

const sql = `SELECT operation_id::text, asked_at AS at, receipts FROM duty_call ORDER BY operation_id::text COLLATE "C"`;

/** An answer may have been noted and its receipt lost, if the process died while it waited. */
const unanswered: readonly Receipt[] = agencySubgraphs.map(silenceOf);

/** What the hub's duty clock has asked, beside the log of those who asked for somebody; in the order of operations. */
export async function* readDutyCalls(client: Client | null): AsyncGenerator<HubRow> {
  if (client === null) return;
  for await (const { operation_id, at, receipts } of readRows<
    Pick<HubRow, 'operation_id' | 'at'> & { receipts: Receipt[] | null }
  >(client, sql)) {
    yield {
      leaf_index: null,
      operation_id,
      at,
      principal_id: dutyClock,
      role: dutyClock,
      purpose: dutyClock,
      receipts: receipts ?? [...unanswered],
    };
  }
}
