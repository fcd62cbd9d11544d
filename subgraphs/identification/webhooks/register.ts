import { randomUUID } from 'node:crypto';
import { hubError } from '../../../schema/protocol/hubError';
import type { CaseUpdateType } from '../../../schema/protocol/vocabulary';
import type { SubgraphContext } from '../../shared/context';
import { changeOnce } from '../../shared/writing/changeOnce';
import type { Attempt } from '../../shared/writing/once';
import { selectColumns } from '../../shared/writing/rows';
import { badInput } from '../../shared/writing/badInput';
import type { DeadLetter } from '../entities/deadLetter';
import type { Webhook } from '../entities/webhook';

/** Endpoints of one system at most. */
const mostWebhooks = 20;

/** Registers an endpoint for the system that calls. @throws LIMIT_EXCEEDED */
export async function addWebhook(
  context: SubgraphContext,
  url: string,
  types: readonly CaseUpdateType[] | null,
  attempt: Attempt,
): Promise<Webhook> {
  if (types?.length === 0)
    throw badInput('types', {
      sv: 'types får inte vara tom; utelämna den för alla slag.',
      en: 'types must not be empty; leave it out for all.',
    });
  const { principal, purpose, caseReference } = context.assertion;
  const { id: system, role, agency, municipality } = principal;
  const id = await changeOnce(context, 'registerWebhook', attempt, async ({ query }) => {
    const held = await query(
      'SELECT id FROM webhook WHERE agency = $1 AND municipality IS NOT DISTINCT FROM $2 AND principal = $3 FOR UPDATE',
      [agency, municipality, system],
    );
    if (held.length >= mostWebhooks) throw tooMany();
    const own = randomUUID();
    await query(
      `INSERT INTO webhook (id, url, types, principal, role, agency, municipality, purpose, case_reference, registered_at, state)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 'ACTIVE')`,
      [own, url, types, system, role, agency, municipality, purpose, caseReference, context.now],
    );
    return own;
  });
  return findWebhook(context, id);
}

/** Changes one of the caller's endpoints. @throws NOT_FOUND */
export async function changeWebhook(
  context: SubgraphContext,
  mutation: string,
  id: string,
  set: string,
  attempt: Attempt,
): Promise<Webhook> {
  await changeOnce(context, mutation, attempt, async ({ query }) => {
    const [changed] = await query<{ id: string }>(
      `WITH changed AS (UPDATE webhook SET ${set} WHERE id = $1 AND ${owned} RETURNING id) SELECT id FROM changed`,
      [id, ...ownerOf(context)],
    );
    if (!changed) throw notFound();
    return id;
  });
  return findWebhook(context, id);
}

/** Has what was laid aside sent again. @throws NOT_FOUND */
export async function replayLetters(
  context: SubgraphContext,
  id: string,
  attempt: Attempt,
): Promise<Webhook> {
  const { id: found } = await findWebhook(context, id);
  await changeOnce(context, 'replayDeadLetters', attempt, async ({ query }) => {
    await query('UPDATE dead_letter SET replay_wanted = true WHERE webhook_id = $1 AND replayed_at IS NULL', [
      found,
    ]);
    return found;
  });
  return findWebhook(context, id);
}

export async function listWebhooks(context: SubgraphContext): Promise<Webhook[]> {
  return context.query<Webhook>(
    `SELECT ${columns} FROM webhook WHERE $1::text IS NULL AND ${owned} ORDER BY registered_at, id`,
    [null, ...ownerOf(context)],
  );
}

export async function listLetters(context: SubgraphContext, webhook: string): Promise<DeadLetter[]> {
  return context.query<DeadLetter>(
    `SELECT ${letterColumns} FROM dead_letter WHERE webhook_id = $1 AND replayed_at IS NULL ORDER BY id LIMIT 1000`,
    [webhook],
  );
}

async function findWebhook(context: SubgraphContext, id: string): Promise<Webhook> {
  const [found] = await context.query<Webhook>(`SELECT ${columns} FROM webhook WHERE id = $1 AND ${owned}`, [
    id,
    ...ownerOf(context),
  ]);
  if (!found) throw notFound();
  return found;
}

const owned = 'agency = $2 AND municipality IS NOT DISTINCT FROM $3 AND principal = $4';

function ownerOf({ assertion: { principal } }: SubgraphContext): unknown[] {
  return [principal.agency, principal.municipality, principal.id];
}

const columns = selectColumns([
  'id',
  'url',
  'types',
  'state',
  'problem',
  'failures',
  'failingSince',
  'retryAt',
  'registeredAt',
  'deliveredAt',
  'testedAt',
  'testProblem',
]);
const letterColumns = selectColumns(['id', 'event', 'child', 'problem', 'laidAsideAt', 'replayWanted']);

function notFound(): Error {
  return hubError('NOT_FOUND', {
    sv: 'Mottagaren finns inte, eller är inte er.',
    en: 'The endpoint does not exist, or is not yours.',
  });
}

function tooMany(): Error {
  return hubError('LIMIT_EXCEEDED', {
    sv: `Högst ${mostWebhooks} mottagare för varje system.`,
    en: `At most ${mostWebhooks} endpoints for each system.`,
  });
}
