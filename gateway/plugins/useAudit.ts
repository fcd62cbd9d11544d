import { createGroupCommit } from '../../schema/protocol/groupCommit';
import type { AuditLog, Inclusion } from '../audit/auditLog';
import { createTrail, type Trail } from '../audit/trail';
import { isStream, mapStream, type Answer, type Reply } from '../operation/answer';
import type { Plugin } from '../operation/pipeline';
import { RefusedOnRecord } from '../operation/refusedOnRecord';
import type { Identified, Observed } from '../operation/stages';

/** One event may go to thousands: they wait here for each other, so that queries need not wait for all of them. */
const deliveriesAtOnce = 250;

type Append = AuditLog['append'];

/**
 * No audit, no answer: what was told about whom is durable before anything leaves, and an operation that was refused
 * leaves its entry too. Either answer carries the proof that its entry is in the log.
 * @throws AuditUnavailable
 */
export function useAudit(audit: AuditLog, now: () => Date): Plugin<Identified, Observed> {
  const append: Append = (entries) => audit.append(entries);
  const appendDeliveries = createGroupCommit(append, { largestGroup: deliveriesAtOnce, gathers: true });
  return async (identified, next) => {
    if (!identified.operation.needsPurpose || !identified.principal) return next(identified);
    const trail = createTrail(identified, now);
    const { observe, notes } = trail;
    const done = audit.announce();
    const answered = async (): Promise<Reply> => {
      const reply = await next({ ...identified, observe, notes });
      if (!isStream(reply)) await trail.settle();
      return reply;
    };
    const reply = await answered()
      .finally(done)
      .catch(async (error: unknown) => {
        // What failed already says why; what the agencies noted of it belongs to its entry all the same.
        await trail.settle().catch(() => undefined);
        const [receipt] = await audit.append([trail.refuse(error)]);
        throw receipt ? new RefusedOnRecord(error, receipt) : error;
      });
    if (isStream(reply)) return mapStream(reply, { each: (answer) => note(answer, trail, appendDeliveries) });
    return note(reply, trail, append);
  };
}

async function note(answer: Answer, trail: Trail, append: Append): Promise<Answer> {
  const inclusions = await append(trail.take(answer));
  const [first, ...others] = inclusions;
  if (!first) return answer;
  return { ...answer, extensions: { ...answer.extensions, audit: toExtension(first, others) } };
}

/** The same members, and as long, whatever was answered about one child: the proof must not tell a hidden child. */
function toExtension(first: Inclusion, others: readonly Inclusion[]): object {
  if (others.length === 0) return first;
  // All entries of one answer stand in one batch, under one checkpoint.
  return {
    ...first,
    others: others.map(({ leafIndex, leafHash, proof }) => ({ leafIndex, leafHash, proof })),
  };
}
