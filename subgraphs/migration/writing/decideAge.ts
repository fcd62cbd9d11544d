import type { Agency } from '../../../schema/protocol/vocabulary';
import type { SubgraphContext } from '../../shared/context';
import { addMonthsToDate, localDate } from '../../shared/time/stockholm';
import { badInput } from '../../shared/writing/badInput';
import type { Change } from '../../shared/writing/change';
import { changeOnce } from '../../shared/writing/changeOnce';
import type { Attempt } from '../../shared/writing/once';
import { isAdult } from '../age';
import type { AgeDecisionRecord } from '../records';
import { addBirthDate } from './addClaim';
import { lockOwnChild } from './lockOwnChild';

export interface GivenAgeDecision extends AgeDecisionRecord {
  readonly child: string;
  /** The day of birth that the decision registers; null: none. */
  readonly birthDate: string | null;
}

/** Those whose decisions on age count for something; each for its own purpose (JO 6894-2016). */
const deciding: readonly Agency[] = ['MIGRATION_AGENCY', 'GUARDIANSHIP_BOARD', 'MUNICIPALITY', 'POLICE'];

/** Records a decision on age, the agency's own or one notified to it. @throws BAD_USER_INPUT, NOT_FOUND, CONFLICT */
export function decideAge(
  context: SubgraphContext,
  decision: GivenAgeDecision,
  attempt: Attempt,
): Promise<string> {
  assertCoherent(decision);
  return changeOnce(context, 'recordAgeDecision', attempt, async (change) => {
    const child = await lockOwnChild(change, context, decision.child);
    const before = await readAdult(change, child.id, context.now);
    await change.query(
      `INSERT INTO age_decision (child_id, authority, adult, decided_on, method, provisional)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [
        child.id,
        decision.authority,
        decision.adult,
        decision.decidedOn,
        decision.method,
        decision.provisional,
      ],
    );
    if (decision.birthDate) {
      await addBirthDate(change, child, { date: decision.birthDate, kind: 'REGISTERED' });
    }
    // R21, rule 2: an adult by the agency is the agency's own responsibility.
    if ((await readAdult(change, child.id, context.now)) !== before) {
      await change.publish({ type: 'RESPONSIBILITY_CHANGED', child: child.id });
    }
    return child.id;
  });
}

/** Adult by the agency today; null when it has nothing to say by. */
export async function readAdult({ query }: Change, child: string, now: Date): Promise<boolean | null> {
  const [row] = await query<{ adult: boolean | null }>(
    `SELECT ${isAdult('$2')} AS adult FROM child c WHERE c.id = $1`,
    [child, localDate(now)],
  );
  return row!.adult;
}

function assertCoherent({ authority, adult, decidedOn, birthDate }: GivenAgeDecision): void {
  if (!deciding.includes(authority)) {
    throw badInput('authority', {
      sv: `${authority} beslutar inte om ålder; det gör ${deciding.join(', ')}.`,
      en: `${authority} takes no decision on age; these do: ${deciding.join(', ')}.`,
    });
  }
  if (birthDate === null) return;
  if (authority !== 'MIGRATION_AGENCY') {
    throw badInput('birthDate', {
      sv: 'Bara Migrationsverkets eget beslut ändrar det födelsedatum som verket har registrerat.',
      en: 'Only the Migration Agency’s own decision changes the date of birth that the agency has registered.',
    });
  }
  if (addMonthsToDate(birthDate, 18 * 12) <= decidedOn === adult) return;
  throw badInput('birthDate', {
    sv: `birthDate ${birthDate} och adult ${adult} säger emot varandra på beslutsdagen ${decidedOn}.`,
    en: `birthDate ${birthDate} and adult ${adult} contradict each other on the day of the decision, ${decidedOn}.`,
  });
}
