import {
  leaseMs,
  webhookKind,
  type WebhookTask,
  type WebhookWork,
} from '../../../schema/protocol/events/webhookWork';
import type { SubgraphContext } from '../../shared/context';
import type { Change } from '../../shared/writing/change';

/** How many endpoints one gateway takes at a time. */
const mostTaken = 50;

/**
 * Does what the delivering gateway asks, signed by it. What is noted for an endpoint that another gateway has taken
 * over meanwhile is not noted: `false` tells the gateway to let go.
 */
export function doWork(context: SubgraphContext, work: string): Promise<readonly WebhookTask[] | boolean> {
  const told = context.open<WebhookWork>(webhookKind, work);
  return context.change(async ({ query, announce }) => {
    const { now } = context;
    const until = new Date(now.getTime() + leaseMs);
    switch (told.kind) {
      case 'TAKE':
        return take(query, told.worker, now, until);
      case 'DELIVERED':
        return note(
          query,
          told,
          until,
          `cursor = $4, failures = 0, failing_since = NULL, retry_at = NULL, problem = NULL, delivered_at = $5`,
          [told.cursor, now],
        );
      case 'PASSED':
        return note(query, told, until, 'cursor = $4', [told.cursor]);
      case 'FAILED': {
        const mine = await note(
          query,
          told,
          until,
          `failures = failures + 1, failing_since = coalesce(failing_since, $4), problem = $5, retry_at = $6,
           state = CASE WHEN $7 THEN 'DISABLED' ELSE state END`,
          [now, told.problem, told.retryAt, told.disable],
        );
        if (mine && told.disable) await announce('WEBHOOK_DISABLED', told.webhook);
        return mine;
      }
      case 'LAID_ASIDE': {
        const mine = await note(
          query,
          told,
          until,
          'cursor = $4, failures = 0, failing_since = NULL, retry_at = NULL',
          [told.cursor],
        );
        if (mine) await layAside(query, told, now);
        return mine;
      }
      case 'REPLAYED': {
        const mine = await note(
          query,
          told,
          until,
          'failures = 0, failing_since = NULL, retry_at = NULL',
          [],
        );
        if (mine)
          await query('UPDATE dead_letter SET replayed_at = $2, replay_wanted = false WHERE id = $1', [
            told.letter,
            now,
          ]);
        return mine;
      }
      case 'TESTED':
        return note(query, told, until, 'test_wanted = false, tested_at = $4, test_problem = $5', [
          now,
          told.problem,
        ]);
    }
  });
}

type Query = Change['query'];

async function take(query: Query, worker: string, now: Date, until: Date): Promise<WebhookTask[]> {
  return query<WebhookTask>(
    `WITH taken AS (
       UPDATE webhook SET worker = $1, taken_until = $3 WHERE id IN (
         SELECT id FROM webhook WHERE (state = 'ACTIVE' OR test_wanted) AND (taken_until IS NULL OR taken_until < $2 OR worker = $1)
         ORDER BY worker = $1 DESC, id LIMIT ${mostTaken} FOR UPDATE SKIP LOCKED)
       RETURNING *)
     SELECT id, url, types, cursor, failures, failing_since AS "failingSince", test_wanted AS "testWanted", state = 'ACTIVE' AS active,
       json_build_object('id', principal, 'role', role, 'agency', agency, 'municipality', municipality,
         'purpose', purpose, 'caseReference', case_reference) AS asker,
       ARRAY(SELECT DISTINCT child FROM dead_letter d WHERE d.webhook_id = t.id AND d.replayed_at IS NULL) AS "heldChildren",
       (SELECT coalesce(json_agg(json_build_object('id', d.id::text, 'event', d.event, 'body', d.body) ORDER BY d.id), '[]')
        FROM (SELECT * FROM dead_letter d WHERE d.webhook_id = t.id AND d.replay_wanted ORDER BY d.id LIMIT 100) d) AS replay
     FROM taken t WHERE retry_at IS NULL OR retry_at <= $2 OR test_wanted ORDER BY id`,
    [worker, now, until],
  );
}

async function note(
  query: Query,
  { worker, webhook }: { worker: string; webhook: string },
  until: Date,

  set: string,
  values: unknown[],
): Promise<boolean> {
  const noted = await query(
    `WITH noted AS (UPDATE webhook SET taken_until = $3, ${set} WHERE id = $1 AND worker = $2 RETURNING id) SELECT id FROM noted`,
    [webhook, worker, until, ...values],
  );
  return noted.length > 0;
}

async function layAside(
  query: Query,
  told: Extract<WebhookWork, { kind: 'LAID_ASIDE' }>,
  now: Date,
): Promise<void> {
  const { webhook, event, child, body, problem } = told;
  await query(
    `INSERT INTO dead_letter (webhook_id, event, child, body, problem, laid_aside_at) VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (webhook_id, event) DO NOTHING`,
    [webhook, event, child, body, problem, now],
  );
}
