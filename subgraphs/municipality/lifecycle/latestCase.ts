import { hubError } from '../../../schema/protocol/hubError';
import type { Change } from '../../shared/writing/change';
import type { GuardianOpinion } from '../lifecycleWords';
import { latestSocialCase } from '../sources/socialCase';
import type { SocialCaseStatus } from '../vocabulary';

/** The case in charge of a child, as a change finds it. Days are YYYY-MM-DD. */
export interface LatestCase {
  readonly id: string;
  readonly municipality: string;
  readonly status: SocialCaseStatus;
  readonly openedOn: string;
  readonly guardianConsultedOn: string | null;
  readonly guardianOpinion: GuardianOpinion | null;
  readonly version: number;
}

/** @throws CONFLICT when it is closed, with its version */
export async function findOpenCase({ query }: Change, child: string): Promise<LatestCase> {
  const [latest] = (await query<LatestCase>(
    `SELECT s.* FROM child c, LATERAL (SELECT s.id::text AS id, s.municipality, s.status, s.version,
      to_char(s.opened_on, 'YYYY-MM-DD') AS "openedOn", s.guardian_opinion AS "guardianOpinion",
      to_char(s.guardian_consulted_on, 'YYYY-MM-DD') AS "guardianConsultedOn" ${latestSocialCase}) s WHERE c.id = $1`,
    [child],
  )) as [LatestCase];
  if (latest.status === 'OPEN') return latest;
  throw hubError(
    'CONFLICT',
    {
      sv: 'Ärendet är redan avslutat. Öppna ett nytt ärende om barnet är er kommuns igen.',
      en: 'The case is closed already. Open a new one if the child is your municipality’s again.',
    },
    { version: latest.version },
  );
}
