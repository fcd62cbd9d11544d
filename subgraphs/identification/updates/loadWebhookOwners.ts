import type { UpdateAsker, UpdateInQuestion } from '../../../schema/protocol/events/audience';
import { isWebhookUpdate } from '../../../schema/protocol/events/caseEventRecord';
import type { SubgraphContext } from '../../shared/context';

/** Whose the endpoints are that the events tell of, as the register has it now; in one statement, or none. */
export async function loadWebhookOwners(
  context: SubgraphContext,
  events: readonly UpdateInQuestion[],
): Promise<(asker: UpdateAsker, webhook: string) => boolean> {
  const webhooks = events.filter(({ type }) => isWebhookUpdate(type)).map(({ child }) => child);
  if (webhooks.length === 0) return () => false;
  const rows = await context.query<Owner>(
    'SELECT id, principal, role, agency, municipality FROM webhook WHERE id = ANY($1::text[])',
    [webhooks],
  );
  const owners = new Map(rows.map((row) => [row.id, row]));
  return (asker, webhook) => {
    const owner = owners.get(webhook);
    return (
      owner?.principal === asker.id &&
      owner.role === asker.role &&
      owner.agency === asker.agency &&
      owner.municipality === asker.municipality
    );
  };
}

interface Owner extends Pick<UpdateAsker, 'role' | 'agency' | 'municipality'> {
  readonly id: string;
  readonly principal: string;
}
