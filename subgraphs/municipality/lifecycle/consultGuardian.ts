import type { SubgraphContext } from '../../shared/context';
import { localDate } from '../../shared/time/stockholm';
import { assertVersion } from '../../shared/writing/assertVersion';
import { badInput } from '../../shared/writing/badInput';
import type { Change } from '../../shared/writing/change';
import { lockChild } from '../../shared/writing/lockChild';
import { readText } from '../../shared/writing/readText';
import type { GuardianOpinion } from '../lifecycleWords';
import { findOpenCase } from './latestCase';
import { inCharge } from './ownChildren';

export interface Consultation {
  readonly child: string;
  readonly consultedOn: string;
  readonly opinion: GuardianOpinion;
  readonly note: string | null;
  readonly expectedVersion: number | null;
}

/** An objection, and that there is nobody to ask, are explained. @throws BAD_USER_INPUT */
export function readConsultationNote(
  opinion: GuardianOpinion,
  note: string | null | undefined,
): string | null {
  if (note) return readText(note, 'note');
  if (opinion === 'AGREES' || opinion === 'NO_OPINION') return null;
  throw badInput('note', {
    sv: 'Skriv varför gode mannen motsätter sig avslutet, eller varför det inte finns någon god man att fråga.',
    en: 'Say why the guardian objects to the closing, or why there is no guardian to ask.',
  });
}

/**
 * Records what the guardian says about closing the case; the latest opinion counts.
 * @returns the case's id
 * @throws NOT_FOUND, CONFLICT, BAD_USER_INPUT
 */
export async function consultGuardian(
  change: Change,
  { child: named, consultedOn, opinion, note, expectedVersion }: Consultation,
  { assertion, now }: Pick<SubgraphContext, 'assertion' | 'now'>,
): Promise<string> {
  const child = await lockChild(change, named, inCharge({ assertion }));
  const socialCase = await findOpenCase(change, child);
  assertVersion(socialCase.version, expectedVersion);
  if (consultedOn < socialCase.openedOn || consultedOn > localDate(now)) {
    throw badInput('consultedOn', {
      sv: `Samrådet hålls medan ärendet pågår (från ${socialCase.openedOn}) och inte framåt i tiden.`,
      en: `The guardian is consulted while the case goes on (from ${socialCase.openedOn}) and not in the future.`,
    });
  }
  await change.query(
    `UPDATE social_case SET guardian_consulted_on = $2, guardian_opinion = $3, guardian_opinion_note = $4
    WHERE id = $1`,
    [socialCase.id, consultedOn, opinion, note],
  );
  return socialCase.id;
}
