import { randomUUID } from 'node:crypto';
import { hubError } from '../../../schema/protocol/hubError';
import type { Text } from '../../../schema/protocol/text';
import type { SubgraphContext } from '../../shared/context';
import type { Change } from '../../shared/writing/change';
import { selectColumns } from '../../shared/writing/rows';
import type { ChildLink } from '../entities/childLink';
import { keepGroups } from './keepGroups';
import { loadLinked } from './loadLinked';
import { partsOf, type Pair } from './partsOf';
import type { LinkEvidence } from './vocabulary';

/** More references than any child collects; they travel in a header. */
const mostReferences = 12;

export interface GivenLink {
  /** Leads: what the hub answers by. */
  readonly child: string;
  readonly other: string;
  readonly reason: string;
  readonly evidence: readonly LinkEvidence[];
}

/**
 * Makes two references one child from now on, and says so to whoever follows any of them.
 * @returns the link's id
 * @throws CONFLICT when they are one already, or when somebody found before that they are not
 */
export async function linkPair(context: SubgraphContext, change: Change, given: GivenLink): Promise<string> {
  const { child, other } = given;
  await holdLinks(change);
  const linked = await loadLinked(change, [child, other]);
  if (linked.of(child).includes(other)) throw conflict(alreadyOne);
  const references = [...linked.of(child), ...linked.of(other)];
  if (await anyBroken(change, references)) throw conflict(staysBroken);
  if (references.length > mostReferences) throw conflict(tooMany);
  const id = await insertLink(context, change, given);
  await keepGroups(change, [references]);
  for (const reference of references) await change.publish({ type: 'CHILDREN_LINKED', child: reference });
  return id;
}

async function insertLink(
  { assertion: { principal, caseReference }, now }: SubgraphContext,
  { query }: Change,
  { child, other, reason, evidence }: GivenLink,
): Promise<string> {
  const id = randomUUID();
  const pair = [child, other].sort();
  const officer = [principal.id, principal.role, principal.agency, principal.municipality, caseReference];
  await query(
    `INSERT INTO child_link (id, one, other, reason, evidence, linked_by, role, agency, municipality, case_reference,
       linked_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [id, ...pair, reason, evidence, ...officer, now],
  );
  return id;
}

/** Breaks a link for good; what other links hold together stays together. A link that is broken stays as it was. */
export async function unlinkPair(
  context: SubgraphContext,
  change: Change,
  link: ChildLink,
  reason: string,
): Promise<void> {
  await holdLinks(change);
  const { principal, caseReference } = context.assertion;
  const broken = await change.query<{ id: string }>(
    `WITH broken AS (UPDATE child_link SET unlinked_at = $2, unlink_reason = $3, unlinked_by = $4,
       unlink_case_reference = $5 WHERE id = $1 AND unlinked_at IS NULL RETURNING id) SELECT id FROM broken`,
    [link.id, context.now, reason, principal.id, caseReference],
  );
  if (broken.length === 0) return;
  const references = (await loadLinked(change, [link.one])).of(link.one);
  const pairs = await change.query<Pair>(
    'SELECT one, other FROM child_link WHERE unlinked_at IS NULL AND one = ANY($1::text[])',
    [references],
  );
  await keepGroups(change, partsOf(references, pairs));
  for (const reference of references) await change.publish({ type: 'CHILDREN_UNLINKED', child: reference });
}

/** Links about any of the references, those that were broken too, oldest first. */
export function findLinks(
  { query }: Pick<SubgraphContext, 'query'>,
  references: readonly string[],
): Promise<ChildLink[]> {
  return query<ChildLink>(
    `SELECT ${columns} FROM child_link WHERE one = ANY($1::text[]) OR other = ANY($1::text[])
     ORDER BY linked_at, id`,
    [references],
  );
}

export async function findLink(
  { query }: Pick<SubgraphContext, 'query'>,
  id: string,
): Promise<ChildLink | undefined> {
  const [link] = await query<ChildLink>(`SELECT ${columns} FROM child_link WHERE id = $1`, [id]);
  return link;
}

/** One change of links after the other: two at once could join what a third has parted. Reading goes on. */
async function holdLinks({ query }: Change): Promise<void> {
  await query('LOCK TABLE linked_child IN SHARE ROW EXCLUSIVE MODE');
}

async function anyBroken({ query }: Change, references: readonly string[]): Promise<boolean> {
  const broken = await query(
    `SELECT id FROM child_link WHERE unlinked_at IS NOT NULL
     AND one = ANY($1::text[]) AND other = ANY($1::text[]) LIMIT 1`,
    [references],
  );
  return broken.length > 0;
}

function conflict(text: Text): Error {
  return hubError('CONFLICT', text);
}

const alreadyOne: Text = {
  sv: 'Referenserna är redan länkade som ett och samma barn. Se childLinks.',
  en: 'The references are linked as one child already. See childLinks.',
};
const staysBroken: Text = {
  sv: 'Länken har brutits tidigare och förblir bruten: någon har funnit att det är två barn. Tala med den som bröt den (childLinks).',
  en: 'The link was broken before and stays so: somebody found them to be two children. Speak to whoever broke it (childLinks).',
};
const tooMany: Text = {
  sv: `Ett barn kan ha högst ${mostReferences} länkade referenser. Kontrollera länkarna (childLinks).`,
  en: `A child can have at most ${mostReferences} linked references. Check the links (childLinks).`,
};

const columns = selectColumns([
  'id',
  'one',
  'other',
  'reason',
  'evidence',
  'linkedBy',
  'agency',
  'municipality',
  'linkedAt',
  'unlinkReason',
  'unlinkedBy',
  'unlinkedAt',
]);
