import type {
  AgencyAudience,
  AudienceGroup,
  ChildAccessFacts,
  UpdateAsker,
} from '../../../schema/protocol/events/audience';
import type { Agency } from '../../../schema/protocol/vocabulary';
import type { Run } from '../database/security/createReading';
import { localDate } from '../time/stockholm';
import { bindNamed } from './bindNamed';
import { factColumns, type AccessFactsSql } from './candidateRegister';

/** What one agency says about access of many askers to many children. */
export type AudienceRegister = (group: AudienceGroup) => Promise<AgencyAudience>;

/**
 * Three statements whatever the number of askers: what holds for everybody, whose own case or ward a child is, and what
 * is released to which agency.
 */
export function createAudienceRegister(sql: AccessFactsSql, run: Run, now: Date): AudienceRegister {
  const moment = { today: localDate(now), now: now.toISOString() };
  const facts = factColumns(sql, [
    'adult',
    'fifteen',
    'absconding',
    'found',
    'protectedIdentity',
    'investigating',
    'handrackning',
  ]);
  return async ({ events, askers }) => {
    const children = [...new Set(events.map(({ child }) => child))];
    const values = { ...moment, children };
    const [held, related, released] = await Promise.all([
      run<Omit<ChildAccessFacts, 'related' | 'released'>>(
        ...bindNamed(`SELECT c.id AS child, ${facts} FROM child c WHERE ${inQuestion}`, values),
      ),
      run<{ child: string; asker: number }>(
        ...bindNamed(
          `SELECT c.id AS child, a.n AS asker FROM child c, jsonb_to_recordset(:askers::jsonb) AS a(${askerColumns})
           WHERE ${inQuestion} AND ${ofAsker(sql.related)}`,
          { ...values, askers: JSON.stringify(askers.map(toRow)) },
        ),
      ),
      run<{ child: string; agency: Agency; rows: string[] }>(
        ...bindNamed(
          `SELECT c.id AS child, a.agency, ${ofAsker(sql.released)} AS rows
           FROM child c, unnest(:agencies::text[]) AS a(agency) WHERE ${inQuestion}`,
          { ...values, agencies: [...new Set(askers.map(({ agency }) => agency))] },
        ),
      ),
    ]);
    return {
      children: held.map((child) => ({
        ...child,
        related: related.filter((row) => row.child === child.child).map(({ asker }) => asker),
        released: Object.fromEntries(
          released.filter((row) => row.child === child.child).map(({ agency, rows }) => [agency, rows]),
        ),
      })),
    };
  };
}

const inQuestion = 'c.id = ANY(:children::text[])';
const askerColumns = 'n int, principal text, role text, agency text, municipality text';

/** A system of a municipality's works with the cases that the municipality's social workers work with. */
function toRow({ id, role, agency, municipality }: UpdateAsker, n: number): object {
  if (role !== 'INTEGRATOR') return { n, principal: id, role, agency, municipality };
  return { n, principal: id, role: 'SOCIAL_WORKER', agency: 'MUNICIPALITY', municipality };
}

/** The asker's own facts, of one in a list instead of the one who calls. */
function ofAsker(expression: string): string {
  return expression.replaceAll(/(?<!:):(principal|role|agency|municipality)\b/g, 'a.$1');
}
