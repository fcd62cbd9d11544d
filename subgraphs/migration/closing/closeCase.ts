import type { Attestation } from '../../../schema/protocol/attestation';
import { hubError } from '../../../schema/protocol/hubError';
import type { SubgraphContext } from '../../shared/context';
import { jsonObject } from '../../shared/loading/judgedObject';
import { assertAttested } from '../../shared/writing/assertAttested';
import { assertVersion } from '../../shared/writing/assertVersion';
import { badInput } from '../../shared/writing/badInput';
import type { Change } from '../../shared/writing/change';
import { asylumCaseColumns, latestAsylumCase } from '../latestAsylumCase';
import type { AsylumCase } from '../resolvers/asylumCase';
import { lockOwnChild } from '../writing/lockOwnChild';
import type { Closing } from './readClosing';

interface OpenCase {
  readonly id: string;
  readonly status: string;
  readonly openedOn: string;
  readonly version: number;
  readonly lawfulEnd: boolean;
}

/**
 * Closes the case opened last, which must be open.
 * @returns its id
 * @throws NOT_FOUND, CONFLICT, BAD_USER_INPUT
 */
export async function closeCase(
  change: Change,
  closing: Closing,
  context: Pick<SubgraphContext, 'assertion' | 'decisions'>,
): Promise<string> {
  const { id: child } = await lockOwnChild(change, context, closing.child);
  const [latest] = await change.query<OpenCase>(
    `SELECT k.id::text AS id, k.status, k.version, to_char(k.opened_on, 'YYYY-MM-DD') AS "openedOn",
      k.decision = 'REFUSED' AND NOT k.appeal_pending AS "lawfulEnd"
      FROM child c, LATERAL (SELECT * ${latestAsylumCase}) k WHERE c.id = $1`,
    [child],
  );
  if (!latest || latest.status !== 'OPEN') throw noOpenCase(latest?.version);
  assertVersion(latest.version, closing.expectedVersion);
  assertClosable(latest, closing);
  if (closing.reason === 'ABSCONDED') assertAway(assertAttested(context, closing.child));
  await change.query(
    `UPDATE asylum_case SET status = 'CLOSED', closed_on = $2, closing_reason = $3, guardian_asked_on = $4,
      lma_entitled = coalesce($5, lma_entitled) WHERE id = $1`,
    [latest.id, closing.closedOn, closing.reason, closing.guardianAskedOn, closing.lmaEntitled],
  );
  await change.publish({ type: 'CASE_CLOSED', child });
  return latest.id;
}

/** The case as it is now. */
export async function findCase(context: SubgraphContext, id: string): Promise<AsylumCase> {
  const [row] = await context.query<{ record: AsylumCase }>(
    `SELECT ${jsonObject(asylumCaseColumns)} AS record FROM asylum_case k WHERE k.id = $1`,
    [id],
  );
  return row!.record;
}

/** A child who is back keeps its case (NB, R15): only the others know whether it is. @throws BAD_USER_INPUT, AGENCY_UNAVAILABLE */
function assertAway({ absconding, unavailable }: Attestation): void {
  if (absconding) return;
  if (unavailable.length > 0) {
    throw hubError('AGENCY_UNAVAILABLE', {
      sv: `Om barnet är borta går inte att avgöra nu: ${unavailable.join(', ')} svarar inte. Försök igen.`,
      en: `Whether the child is away cannot be told now: ${unavailable.join(', ')} does not answer. Try again.`,
    });
  }
  throw badInput('reason', {
    sv: 'Varken kommunen eller polisen har barnet som avviket. Är barnet tillbaka hålls ärendet öppet.',
    en: 'Neither the municipality nor the police have the child as absconded. When the child is back the case stays open.',
  });
}

/** Support ends with a refusal that can be carried out, not with an absconding alone (LMA 12 §). */
function assertClosable({ openedOn, lawfulEnd }: OpenCase, { closedOn, lmaEntitled }: Closing): void {
  if (closedOn < openedOn) {
    throw badInput('closedOn', {
      sv: `Ärendet öppnades ${openedOn} och kan inte avslutas dessförinnan.`,
      en: `The case was opened on ${openedOn} and cannot be closed before that.`,
    });
  }
  if (lmaEntitled === false && !lawfulEnd) {
    throw badInput('lmaEntitled', {
      sv: 'Rätten till bistånd består så länge inget avslag kan verkställas (LMA).',
      en: 'The right to support remains as long as no refusal can be carried out (LMA).',
    });
  }
}

function noOpenCase(version: number | undefined): Error {
  return hubError(
    'CONFLICT',
    {
      sv: 'Migrationsverket har inget öppet asylärende om barnet: det är redan avslutat.',
      en: 'The Migration Agency has no open asylum case about the child: it is closed already.',
    },
    { version },
  );
}
