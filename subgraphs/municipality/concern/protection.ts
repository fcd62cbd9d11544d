import { hubError } from '../../../schema/protocol/hubError';
import type { SubgraphContext } from '../../shared/context';
import { assertInOrder } from '../../shared/writing/assertInOrder';
import { badInput } from '../../shared/writing/badInput';
import type { Change } from '../../shared/writing/change';
import { changeOnce } from '../../shared/writing/changeOnce';
import { lockChild } from '../../shared/writing/lockChild';
import type { Attempt } from '../../shared/writing/once';
import type { ConcernOutcome } from '../preventionWords';
import { isInCharge } from '../sources/socialCase';

/** The handling of one report, or of what the municipality saw itself. */
export interface StoredProtection {
  readonly id: string;
  readonly child: string;
  readonly receivedAt: Date;
  readonly assessedAt: Date | null;
  readonly decidedAt: Date | null;
  readonly outcome: ConcernOutcome | null;
  readonly openedAt: Date | null;
  readonly closedAt: Date | null;
  readonly reporterToldAt: Date | null;
}

/**
 * Records that the need of immediate protection was assessed (SoL 20:1), and which child the report is about.
 * @param child null: the one that the report names
 * @throws NOT_FOUND for another municipality's report, or a child that is not in the register; BAD_USER_INPUT
 */
export function assessProtection(
  context: SubgraphContext,
  given: { concern: string; child: string | null; assessedAt: Date },
  attempt: Attempt,
): Promise<StoredProtection> {
  const { municipality } = context.assertion.principal;
  return changeProtection(context, 'assessProtection', attempt, async (change) => {
    const [concern] = await change.query<{ child: string | null; receivedAt: Date }>(
      `SELECT child_id AS child, received_at AS "receivedAt" FROM concern WHERE id = $1 AND municipality = $2
       FOR UPDATE`,
      [given.concern, municipality],
    );
    if (!concern) throw noConcern();
    const named = given.child ?? concern.child;
    if (named === null) throw whoseConcern();
    const child = await lockChild(change, named, {
      where: `NOT c.protected_identity OR ${isInCharge('$2')}`,
      parameters: [municipality],
      otherwise: notRegistered,
    });
    assertInOrder(context.now, [
      { field: 'receivedAt', at: concern.receivedAt },
      { field: 'assessedAt', at: given.assessedAt },
    ]);
    const [row] = await change.query<{ id: string }>(
      `INSERT INTO protection_case (child_id, municipality, concern_received_at, concern_id, protection_assessed_at)
       VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (concern_id) DO UPDATE SET child_id = $1, protection_assessed_at =
         coalesce(protection_case.protection_assessed_at, $5) WHERE protection_case.decision IS NULL
       RETURNING id::text AS id`,
      [child, municipality, concern.receivedAt, given.concern, given.assessedAt],
    );
    if (!row) throw decidedAlready();
    return row.id;
  });
}

/**
 * Records whether an investigation is opened (SoL 20:2). Where one is under way already, the report joins it.
 * @throws NOT_FOUND, BAD_USER_INPUT, CONFLICT when it is decided already
 */
export function decideInvestigation(
  context: SubgraphContext,
  given: { id: string; open: boolean; decidedAt: Date },
  attempt: Attempt,
): Promise<StoredProtection> {
  return changeProtection(context, 'decideInvestigation', attempt, async (change) => {
    const held = await lockProtection(change, context, given.id);
    if (held.outcome !== null) throw decidedAlready();
    assertInOrder(context.now, [
      { field: 'receivedAt', at: held.receivedAt },
      { field: 'assessedAt', at: held.assessedAt },
      { field: 'decidedAt', at: given.decidedAt },
    ]);
    const outcome = given.open ? await openOrJoin(change, context, held) : 'NOT_OPENED';
    await change.query(
      `UPDATE protection_case SET decision = $2, decided_at = $3,
         investigation_opened_at = CASE WHEN $2 = 'OPENED' THEN $3::timestamptz END WHERE id = $1`,
      [given.id, outcome, given.decidedAt],
    );
    return given.id;
  });
}

/** Closes an investigation of the caller's municipality. @throws NOT_FOUND, BAD_USER_INPUT, CONFLICT */
export function closeInvestigation(
  context: SubgraphContext,
  given: { id: string; closedAt: Date },
  attempt: Attempt,
): Promise<StoredProtection> {
  return changeProtection(context, 'closeInvestigation', attempt, async (change) => {
    const held = await lockProtection(change, context, given.id);
    if (held.openedAt === null || held.closedAt !== null) throw nothingToClose();
    assertInOrder(context.now, [
      { field: 'openedAt', at: held.openedAt },
      { field: 'closedAt', at: given.closedAt },
    ]);
    await change.query('UPDATE protection_case SET investigation_closed_at = $2 WHERE id = $1', [
      given.id,
      given.closedAt,
    ]);
    return given.id;
  });
}

/**
 * Records that whoever reported was told what came of it, which is due within a week of the decision (SoL 19:6). One
 * who reads the receipt in the hub is told by that.
 * @throws NOT_FOUND, BAD_USER_INPUT, CONFLICT while nothing is decided
 */
export function informReporter(
  context: SubgraphContext,
  given: { id: string; informedAt: Date },
  attempt: Attempt,
): Promise<StoredProtection> {
  return changeProtection(context, 'informReporter', attempt, async (change) => {
    const held = await lockProtection(change, context, given.id);
    if (held.decidedAt === null) throw notDecided();
    assertInOrder(context.now, [
      { field: 'decidedAt', at: held.decidedAt },
      { field: 'informedAt', at: given.informedAt },
    ]);
    await change.query(
      'UPDATE protection_case SET reporter_told_at = least(reporter_told_at, $2::timestamptz) WHERE id = $1',
      [given.id, given.informedAt],
    );
    change.concerns(held.child);
    return given.id;
  });
}

const columns = `id::text AS id, child_id AS child, concern_received_at AS "receivedAt",
  protection_assessed_at AS "assessedAt", decided_at AS "decidedAt", decision AS outcome,
  investigation_opened_at AS "openedAt", investigation_closed_at AS "closedAt",
  reporter_told_at AS "reporterToldAt"`;

async function changeProtection(
  context: SubgraphContext,
  mutation: string,
  attempt: Attempt,
  work: (change: Change) => Promise<string>,
): Promise<StoredProtection> {
  const id = await changeOnce(context, mutation, attempt, work);
  const [row] = await context.query<StoredProtection>(
    `SELECT ${columns} FROM protection_case WHERE id = $1`,
    [id],
  );
  return row!;
}

async function lockProtection(
  { query }: Change,
  { assertion }: SubgraphContext,
  id: string,
): Promise<StoredProtection> {
  if (/^\d{1,18}$/.test(id)) {
    const own = [id, assertion.principal.municipality];
    // The child first, as every change about it does: else two could wait for each other.
    await query(
      `SELECT c.id FROM child c JOIN protection_case k ON k.child_id = c.id
       WHERE k.id = $1 AND k.municipality = $2 FOR NO KEY UPDATE OF c`,
      own,
    );
    const [row] = await query<StoredProtection>(
      `SELECT ${columns} FROM protection_case WHERE id = $1 AND municipality = $2 FOR UPDATE`,
      own,
    );
    if (row) return row;
  }
  throw hubError('NOT_FOUND', {
    sv: 'Din kommun har ingen sådan skyddsbedömning eller utredning.',
    en: 'Your municipality has no such protection assessment or investigation.',
  });
}

async function openOrJoin(
  { query }: Change,
  { assertion, now }: SubgraphContext,
  { id, child }: StoredProtection,
): Promise<ConcernOutcome> {
  const [ongoing] = await query(
    `SELECT id FROM protection_case WHERE child_id = $1 AND municipality = $2 AND id <> $3
       AND investigation_opened_at IS NOT NULL AND (investigation_closed_at IS NULL OR investigation_closed_at > $4)`,
    [child, assertion.principal.municipality, id, now],
  );
  return ongoing ? 'ALREADY_ONGOING' : 'OPENED';
}

const notRegistered = {
  sv: 'Barnet finns inte i kommunens register. Öppna först ett ärende (openSocialCase).',
  en: 'The child is not in the municipality’s register. Open a case first (openSocialCase).',
};

function noConcern(): Error {
  return hubError('NOT_FOUND', {
    sv: 'Din kommun har inte tagit emot någon sådan orosanmälan.',
    en: 'Your municipality has received no such report of concern.',
  });
}

function whoseConcern(): Error {
  return badInput('child', {
    sv: 'Anmälan nämner ingen beteckning: ange vilket barn den gäller.',
    en: 'The report names no reference: say which child it is about.',
  });
}

function decidedAlready(): Error {
  return hubError('CONFLICT', {
    sv: 'Det är redan beslutat om utredning med anledning av anmälan.',
    en: 'Whether to open an investigation is decided already.',
  });
}

function notDecided(): Error {
  return hubError('CONFLICT', {
    sv: 'Det är inte beslutat om utredning än: det finns inget att återkoppla.',
    en: 'Whether to open an investigation is not decided yet: there is nothing to tell.',
  });
}

function nothingToClose(): Error {
  return hubError('CONFLICT', {
    sv: 'Ingen utredning pågår: den är avslutad, eller inleddes aldrig.',
    en: 'No investigation is under way: it is closed, or was never opened.',
  });
}
