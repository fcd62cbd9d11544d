import type { SubgraphContext } from '../../shared/context';
import { localDate } from '../../shared/time/stockholm';
import { assertInOrder } from '../../shared/writing/assertInOrder';
import { badInput } from '../../shared/writing/badInput';
import type { Change } from '../../shared/writing/change';
import { lockChild } from '../../shared/writing/lockChild';
import type { MeetingParticipant } from '../lifecycleWords';
import { demandEpisode } from './latestEpisode';
import { inCharge } from './ownChildren';

export interface Meeting {
  readonly child: string;
  readonly heldAt: Date;
  readonly participants: readonly MeetingParticipant[];
  readonly outcome: string;
  readonly nextOn: string | null;
}

/**
 * Records a meeting of those who look for the child (R18).
 * @returns the episode's id
 * @throws NOT_FOUND, CONFLICT, BAD_USER_INPUT
 */
export async function holdMeeting(
  change: Change,
  { child: named, heldAt, participants, outcome, nextOn }: Meeting,
  { assertion, now }: Pick<SubgraphContext, 'assertion' | 'now'>,
): Promise<string> {
  if (participants.length === 0) {
    throw badInput('participants', {
      sv: 'Ange vilka fler än socialtjänsten som deltog.',
      en: 'Say who took part beside social services.',
    });
  }
  if (nextOn !== null && nextOn < localDate(heldAt)) {
    throw badInput('nextOn', {
      sv: 'Nästa möte hålls efter det här.',
      en: 'The next meeting comes after this one.',
    });
  }
  const child = await lockChild(change, named, inCharge({ assertion }));
  const episode = await demandEpisode(change, child);
  assertInOrder(now, [
    { field: 'abscondedAt', at: episode.abscondedAt },
    { field: 'heldAt', at: heldAt },
  ]);
  await change.query(
    `INSERT INTO reconciliation_meeting (child_id, episode_id, held_at, participants, outcome, next_on)
    VALUES ($1, $2, $3, $4, $5, $6)`,
    [child, episode.id, heldAt, participants, outcome, nextOn],
  );
  return episode.id;
}
