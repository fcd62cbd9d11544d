import { hubError } from '../../../schema/protocol/hubError';
import type { SubgraphContext } from '../../shared/context';
import { addMonthsToDate, localDate } from '../../shared/time/stockholm';
import { assertVersion } from '../../shared/writing/assertVersion';
import type { Change } from '../../shared/writing/change';
import { lockChild } from '../../shared/writing/lockChild';
import { findOpenCase, type LatestCase } from './latestCase';
import { findLatestEpisode, type LatestEpisode } from './latestEpisode';
import { inCharge } from './ownChildren';

/** The plans keep a case open for three calendar months (NB, STH; R17). */
const months = 3;

/**
 * Closes the case in charge of a child (R17): not while an absconded child is gone for less than three calendar
 * months, neither found nor confirmed abroad, and not before the guardian was asked. A child who is still gone is
 * noted as missing (R02).
 *
 * @returns the case's id
 * @throws NOT_FOUND, CONFLICT, CLOSE_TOO_EARLY, GUARDIAN_NOT_CONSULTED
 */
export async function closeCase(
  change: Change,
  { child: named, expectedVersion }: { readonly child: string; readonly expectedVersion: number | null },
  { assertion, now }: Pick<SubgraphContext, 'assertion' | 'now'>,
): Promise<string> {
  const child = await lockChild(change, named, inCharge({ assertion }));
  const socialCase = await findOpenCase(change, child);
  assertVersion(socialCase.version, expectedVersion);
  const episode = await findLatestEpisode(change, child);
  const today = localDate(now);
  assertLateEnough(episode, today);
  assertConsulted(socialCase, episode);
  await change.query(
    `UPDATE social_case SET status = 'CLOSED', closed_on = $2, closed_at = $3 WHERE id = $1`,
    [socialCase.id, today, now],
  );
  if (episode && isGone(episode)) {
    await change.query(
      'UPDATE absconding_episode SET noted_missing_on = $2 WHERE id = $1 AND noted_missing_on IS NULL',
      [episode.id, today],
    );
  }
  await change.publish({ type: 'CASE_CLOSED', child, municipality: socialCase.municipality });
  return socialCase.id;
}

/** Neither found nor back nor confirmed abroad. */
function isGone({ foundAt, returnedAt, leftCountryAt }: LatestEpisode): boolean {
  return foundAt === null && returnedAt === null && leftCountryAt === null;
}

/** @throws CLOSE_TOO_EARLY */
function assertLateEnough(episode: LatestEpisode | null, today: string): void {
  if (!episode || !isGone(episode)) return;
  const closableFrom = addMonthsToDate(localDate(episode.abscondedAt), months);
  if (today >= closableFrom) return;
  throw hubError(
    'CLOSE_TOO_EARLY',
    {
      sv: `Ärendet hålls öppet tills barnet är påträffat eller bekräftat utomlands, annars i tre månader: till ${closableFrom}.`,
      en: `The case stays open until the child is found or confirmed abroad, else for three months: until ${closableFrom}.`,
    },
    { closableFrom },
  );
}

/** An opinion from before the absconding says nothing about it. @throws GUARDIAN_NOT_CONSULTED */
function assertConsulted(
  { guardianConsultedOn, guardianOpinion }: LatestCase,
  episode: LatestEpisode | null,
): void {
  const notBefore = episode ? localDate(episode.abscondedAt) : '';
  if (guardianConsultedOn !== null && guardianOpinion !== null && guardianConsultedOn >= notBefore) return;
  throw hubError('GUARDIAN_NOT_CONSULTED', {
    sv: 'Gode mannens inställning till avslutet saknas. Fråga gode mannen och registrera dag och inställning (recordGuardianConsultation).',
    en: 'The guardian’s opinion on the closing is missing. Ask the guardian and record the day and the opinion (recordGuardianConsultation).',
  });
}
