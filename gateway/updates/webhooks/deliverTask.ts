import { randomUUID } from 'node:crypto';
import { isWebhookUpdate, type LoggedEvent } from '../../../schema/protocol/events/caseEventRecord';
import type { WebhookTask } from '../../../schema/protocol/events/webhookWork';
import type { AuditEntry } from '../../audit/auditEntry';
import type { AuditLog } from '../../audit/auditLog';
import type { Log } from '../../log';
import type { Due } from '../followLog';
import { backOff } from './backOff';
import { toCloudEvent, toTestEvent } from './cloudEvent';
import type { Delivery, Post } from './postMessage';
import type { WebhookRegistry } from './registry';
import type { MessageSigner } from './signMessage';

export interface DeliveryOptions {
  readonly registry: WebhookRegistry;
  readonly audit: AuditLog;
  readonly post: Post;
  readonly sign: MessageSigner;
  readonly now: () => Date;
  readonly log: Log;
  /** The events that the endpoint's system may know of, behind its cursor. */
  readonly follow: (task: WebhookTask, signal: AbortSignal) => Promise<AsyncIterable<Due>>;
  /** After so long without a success an endpoint is given up, in milliseconds. @default a day */
  readonly giveUpAfterMs?: number;
  /** The rest after a first failure, in milliseconds. @default 1_000 */
  readonly firstRestMs?: number;
}

/** An event that is refused so often is laid aside. */
const mostRefusals = 3;
const day = 86_400_000;

/**
 * Sends one endpoint its events, one after the other, until there is a failure, the work is taken over, or the signal
 * aborts. An event is only passed by when the endpoint took it, or refused it and it was laid aside.
 */
export async function deliverTask(
  task: WebhookTask,
  options: DeliveryOptions,
  signal: AbortSignal,
): Promise<void> {
  const { registry, follow } = options;
  if (task.testWanted && !(await test(task, options))) return;
  if (!task.active) return;
  for (const letter of task.replay) {
    const delivery = await send(task, letter.event, letter.body, options);
    if (delivery.outcome !== 'TAKEN') return fail(task, delivery, options);
    await registry.note({ kind: 'REPLAYED', webhook: task.id, letter: letter.id });
  }
  const replayed = task.replay.length > 0;
  const held = new Set(replayed ? [] : task.heldChildren);
  // What lies aside has changed: begin with the children as they stand now.
  if (replayed) return;
  for await (const due of await follow(task, signal)) {
    if (!(await deliver(task, due, held, options)) || signal.aborted) return;
  }
}

async function deliver(
  task: WebhookTask,
  due: Due,
  held: Set<string>,
  options: DeliveryOptions,
): Promise<boolean> {
  const { event, cursor } = due;
  const body = JSON.stringify(toCloudEvent(event, cursor));
  // An endpoint that is back need not be told that it was away.
  if (isWebhookUpdate(event.type) && event.child === task.id)
    return options.registry.note({ kind: 'PASSED', webhook: task.id, cursor });
  const layAside = (problem: string): Promise<boolean> => {
    held.add(event.child);
    return options.registry.note({
      kind: 'LAID_ASIDE',
      webhook: task.id,
      cursor,
      event: event.id,
      child: event.child,
      body,
      problem,
    });
  };
  if (held.has(event.child)) return layAside('BEHIND_ANOTHER');
  // No audit, no delivery.
  await options.audit.append([toEntry(task, event, options.now())]);
  for (let refusals = 1; ; refusals++) {
    const delivery = await send(task, event.id, body, options);
    if (delivery.outcome === 'TAKEN')
      return options.registry.note({ kind: 'DELIVERED', webhook: task.id, cursor });
    if (delivery.outcome !== 'REFUSED') {
      await fail(task, delivery, options);
      return false;
    }
    if (refusals >= mostRefusals) return layAside(delivery.problem);
    await new Promise((resolve) =>
      setTimeout(resolve, backOff(refusals, Math.random(), options.firstRestMs)),
    );
  }
}

async function test(task: WebhookTask, options: DeliveryOptions): Promise<boolean> {
  const id = randomUUID();
  const delivery = await send(task, id, JSON.stringify(toTestEvent(id, options.now())), options);
  const problem = delivery.outcome === 'TAKEN' ? null : delivery.problem;
  return options.registry.note({ kind: 'TESTED', webhook: task.id, problem });
}

function send(
  task: WebhookTask,
  id: string,
  body: string,
  { post, sign, now }: DeliveryOptions,
): Promise<Delivery> {
  return post(task.url, body, sign(id, body, now()));
}

async function fail(
  task: WebhookTask,
  delivery: Exclude<Delivery, { outcome: 'TAKEN' }>,
  { registry, now, log, giveUpAfterMs = day, firstRestMs }: DeliveryOptions,
): Promise<void> {
  const at = now().getTime();
  const since = task.failingSince === null ? at : Date.parse(task.failingSince);
  const disable = delivery.outcome === 'GONE' || at - since >= giveUpAfterMs;
  const retryAt = new Date(at + backOff(task.failures, Math.random(), firstRestMs)).toISOString();
  const { problem } = delivery;
  await registry.note({ kind: 'FAILED', webhook: task.id, problem, retryAt, disable });
  log({ level: 'warn', event: disable ? 'webhook-disabled' : 'webhook-failed', webhook: task.id, problem });
}

function toEntry({ asker, id }: WebhookTask, { type, child }: LoggedEvent, now: Date): AuditEntry {
  const isAboutNobody = isWebhookUpdate(type);
  return {
    operationId: randomUUID(),
    occurredAt: now,
    principalId: asker.id,
    role: asker.role,
    agency: asker.agency,
    municipality: asker.municipality,
    purpose: asker.purpose,
    caseReference: asker.caseReference,
    operationName: `webhook ${id}`,
    child: isAboutNobody ? null : child,
    fieldsDisclosed: isAboutNobody ? ['WebhookUpdate.webhook'] : ['CaseUpdate.type', 'Child.id'],
    fieldsDenied: [],
    outcome: isAboutNobody ? 'NO_CHILD' : 'DISCLOSED',
    receipts: [],
  };
}
