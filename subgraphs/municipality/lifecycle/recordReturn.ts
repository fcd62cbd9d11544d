import { hubError } from '../../../schema/protocol/hubError';
import type { SubgraphContext } from '../../shared/context';
import { localDate } from '../../shared/time/stockholm';
import { assertInOrder } from '../../shared/writing/assertInOrder';
import { assertVersion } from '../../shared/writing/assertVersion';
import { badInput } from '../../shared/writing/badInput';
import type { Change } from '../../shared/writing/change';
import { lockChild } from '../../shared/writing/lockChild';
import { demandEpisode, type LatestEpisode } from './latestEpisode';
import { inCharge } from './ownChildren';
import type { RecordedReturn } from './readReturn';

/**
 * Records that the child was found, that it is back, or what was learnt of the time away. Each may come by itself and
 * later; a return comes once.
 *
 * @returns the episode's id
 * @throws NOT_FOUND, CONFLICT, BAD_USER_INPUT
 */
export async function recordReturn(
  change: Change,
  returned: RecordedReturn,
  { assertion, now }: Pick<SubgraphContext, 'assertion' | 'now'>,
): Promise<string> {
  const { foundAt, returnedAt } = returned;
  const child = await lockChild(change, returned.child, inCharge({ assertion }));
  const episode = await demandEpisode(change, child);
  assertVersion(episode.version, returned.expectedVersion);
  assertPossible(episode, returned, now);
  await update(change, episode.id, returned);
  const { municipality } = assertion.principal;
  if (foundAt !== null) await change.publish({ type: 'FOUND', child, municipality, occurredAt: foundAt });
  if (returnedAt !== null)
    await change.publish({ type: 'RETURNED', child, municipality, occurredAt: returnedAt });
  return episode.id;
}

function assertPossible(episode: LatestEpisode, returned: RecordedReturn, now: Date): void {
  const { foundAt, returnedAt, conversationOn } = returned;
  if (episode.returnedAt !== null && (foundAt !== null || returnedAt !== null)) {
    throw hubError(
      'CONFLICT',
      {
        sv: 'Barnet är redan registrerat som återkommet. Har det avvikit på nytt, registrera det avvikandet först.',
        en: 'The child is registered as back already. If it has absconded again, report that absconding first.',
      },
      { version: episode.version },
    );
  }
  assertInOrder(now, [
    { field: 'abscondedAt', at: episode.abscondedAt },
    { field: 'foundAt', at: foundAt ?? (returnedAt === null ? null : episode.foundAt) },
    { field: 'returnedAt', at: returnedAt },
  ]);
  const seenAt = foundAt ?? returnedAt ?? episode.foundAt ?? episode.returnedAt;
  if (seenAt === null) throw notSeen();
  if (conversationOn !== null && (conversationOn < localDate(seenAt) || conversationOn > localDate(now))) {
    throw badInput('conversation.heldOn', {
      sv: 'Samtalet hålls tidigast den dag barnet påträffades, och inte framåt i tiden.',
      en: 'The conversation is held on the day the child was found at the earliest, and not in the future.',
    });
  }
}

/** What is not given stays as it was. */
async function update({ query }: Change, id: string, returned: RecordedReturn): Promise<void> {
  await query(
    `UPDATE absconding_episode SET found_at = coalesce($2, found_at), returned_at = coalesce($3, returned_at),
      found_by = coalesce($4, found_by), found_where = coalesce($5, found_where),
      condition = coalesce($6, condition), measures_offered = coalesce($7, measures_offered),
      conversation_on = coalesce($8, conversation_on),
      conversation_happened = coalesce($9, conversation_happened),
      conversation_whereabouts = coalesce($10, conversation_whereabouts),
      conversation_company = coalesce($11, conversation_company), crime_suspected = coalesce($12, crime_suspected)
    WHERE id = $1`,
    [
      id,
      returned.foundAt,
      returned.returnedAt,
      returned.foundBy,
      returned.foundWhere,
      returned.condition,
      returned.measuresOffered,
      returned.conversationOn,
      returned.happened,
      returned.whereabouts,
      returned.company,
      returned.crimeSuspected,
    ],
  );
}

function notSeen(): Error {
  return badInput('foundAt', {
    sv: 'Ange när barnet påträffades (foundAt) eller återkom (returnedAt).',
    en: 'Say when the child was found (foundAt) or came back (returnedAt).',
  });
}
