import { setTimeout } from 'node:timers/promises';
import { referencesHoldMs, referencesKind, type StatedReferences } from '../../../schema/protocol/references';
import type { SubgraphContext } from '../../shared/context';
import type { ChildLink } from '../entities/childLink';
import { loadLinked } from './loadLinked';

/**
 * States to the agency whose register is changed next under which references it may hold the children; to nobody else,
 * so that nobody is told whether anything is linked. Whether the child is the caller’s to change the agency says.
 * @returns the signed `StatedReferences`
 */
export async function stateReferences(
  context: SubgraphContext,
  children: readonly string[],
): Promise<string> {
  if (!context.sign) throw new Error('the identification subgraph was started without the hub’s signing key');
  // Before it is read: a link that is broken meanwhile was broken later than this.
  const until = Date.now() + referencesHoldMs;
  const linked = await loadLinked(context, children);
  const groups = new Map(children.map((child) => [linked.leaderOf(child), linked.of(child)]));
  return context.sign(referencesKind, {
    operationId: context.assertion.operationId,
    until,
    linked: [...groups.values()].filter(({ length }) => length > 1),
  } satisfies StatedReferences);
}

/** For clocks of processes that differ a little, and for the last statements of a change that has begun in time. */
const marginMs = 500;

/** Waits until no agency goes by what was stated of a link before it was broken: then it is broken everywhere. */
export async function untilForgotten(
  { unlinkedAt }: Pick<ChildLink, 'unlinkedAt'>,
  now: Date,
): Promise<void> {
  const forgottenAfter = referencesHoldMs + marginMs;
  const isLongAgo = unlinkedAt !== null && now.getTime() - unlinkedAt.getTime() > forgottenAfter;
  if (!isLongAgo) await setTimeout(forgottenAfter);
}
