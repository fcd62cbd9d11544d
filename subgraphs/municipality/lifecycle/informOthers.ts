import { hubError } from '../../../schema/protocol/hubError';
import type { SubgraphContext } from '../../shared/context';
import { assertInOrder, type Moment } from '../../shared/writing/assertInOrder';
import { badInput } from '../../shared/writing/badInput';
import type { Change } from '../../shared/writing/change';
import { lockChild } from '../../shared/writing/lockChild';
import type { NoticeContent, NoticeReceiver, NoticeSender, NoticeSubject } from '../lifecycleWords';
import { demandEpisode, type LatestEpisode } from './latestEpisode';
import { inCharge } from './ownChildren';

export interface Notice {
  readonly child: string;
  readonly receiver: NoticeReceiver;
  readonly sender: NoticeSender;
  readonly subject: NoticeSubject;
  readonly at: Date;
  readonly contents: readonly NoticeContent[];
  readonly basis: string | null;
}

/** Consent, or a release with a reservation to a private party: nothing else lets social services tell one (R14). */
const basesForPrivateParties = ['OSL_10_1', 'OSL_10_14'];

/**
 * Records who told whom of an absconding or its end (R13, R22).
 * @returns the episode's id
 * @throws NOT_FOUND, CONFLICT, BAD_USER_INPUT
 */
export async function informOthers(
  change: Change,
  notice: Notice,
  { assertion, now }: Pick<SubgraphContext, 'assertion' | 'now'>,
): Promise<string> {
  const { receiver, sender, subject, at, contents, basis } = notice;
  assertLawful(notice);
  const child = await lockChild(change, notice.child, inCharge({ assertion }));
  const episode = await demandEpisode(change, child);
  assertInOrder(now, [toldOf(episode, subject), { field: 'at', at }]);
  await change.query(
    `INSERT INTO informed (child_id, episode_id, receiver, sender, subject, informed_at, contents, basis)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [child, episode.id, receiver, sender, subject, at, contents, basis],
  );
  const column = subject === 'ABSCONDING' ? firstToldIn[receiver] : undefined;
  if (column) {
    await change.query(
      `UPDATE absconding_episode SET ${column} = least(${column}, $2::timestamptz) WHERE id = $1`,
      [episode.id, at],
    );
  }
  return episode.id;
}

/** Where the episode itself says when they were told first: the hub's deadlines read it there. */
const firstToldIn: Partial<Record<NoticeReceiver, string>> = {
  GUARDIAN: 'guardian_informed_at',
  MIGRATION_AGENCY: 'migration_agency_informed_at',
  POLICE: 'reported_to_police_at',
};

function assertLawful({ receiver, basis }: Notice): void {
  if (receiver !== 'NGO' || (basis !== null && basesForPrivateParties.includes(basis))) return;
  throw badInput('basis', {
    sv: 'En frivilligorganisation är en enskild part: ange samtycke (OSL_10_1) eller förbehåll (OSL_10_14).',
    en: 'A voluntary organisation is a private party: give consent (OSL_10_1) or a reservation (OSL_10_14).',
  });
}

/** @throws CONFLICT when it has not happened yet */
function toldOf(
  { abscondedAt, foundAt, returnedAt, leftCountryAt }: LatestEpisode,
  subject: NoticeSubject,
): Moment {
  const moments: Record<NoticeSubject, Moment> = {
    ABSCONDING: { field: 'abscondedAt', at: abscondedAt },
    RETURN: { field: 'returnedAt', at: foundAt ?? returnedAt },
    LEFT_COUNTRY: { field: 'leftCountryConfirmedAt', at: leftCountryAt },
  };
  const moment = moments[subject];
  if (moment.at !== null) return moment;
  throw hubError('CONFLICT', {
    sv: `Det som skulle ha meddelats (${subject}) är inte registrerat än. Registrera det först.`,
    en: `What would have been told (${subject}) is not registered yet. Record it first.`,
  });
}
