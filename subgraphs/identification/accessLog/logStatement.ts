import { fieldsOwnedBy } from '../../../schema/access/ownersOfField';
import type { Position } from '../../shared/graph/page';
import type { LogView } from './decideLogView';

/** A look at a child, as the view shows it. */
export interface LogEntry {
  readonly id: string;
  readonly at: Date;
  readonly agency: string;
  readonly municipality: string | null;
  readonly role: string;
  readonly purpose: string | null;
  readonly fields: readonly string[];
  readonly principal: string | null;
  readonly caseReference: string | null;
}

export interface LogQuestion {
  readonly view: Exclude<LogView, { kind: 'NOTHING' }>;
  /** The child's references. */
  readonly knownAs: readonly string[];
  readonly after: Position | null;
  readonly limit: number;
}

/** The view goes into the SQL: what it hides is never read. */
export function logStatement({ view, knownAs, after, limit }: LogQuestion): [string, unknown[]] {
  const parameters: unknown[] = [];
  const bind = (value: unknown): string => `$${parameters.push(value)}`;
  const { where, fields, person } = inView(view, bind);
  const place = after ? `AND (occurred_at, operation_id) < (${bind(after.at)}, ${bind(after.id)}::uuid)` : '';
  const sql = `SELECT operation_id AS id, occurred_at AS at, agency, municipality, role, purpose,
      ${fields} AS fields, ${person('principal_id')} AS principal, ${person('case_reference')} AS "caseReference"
    FROM audit.entry
    WHERE child = ANY(${bind(knownAs)}::text[]) AND outcome IN ('DISCLOSED', 'CHANGED', 'DENIED') AND (${where}) ${place}
    ORDER BY occurred_at DESC, operation_id DESC LIMIT ${bind(limit)}`;
  return [sql, parameters];
}

interface InView {
  readonly where: string;
  readonly fields: string;
  /** A column that names a person or a case of the asker's. */
  readonly person: (column: string) => string;
}

function inView(view: LogQuestion['view'], bind: (value: unknown) => string): InView {
  const hidden = (): string => 'NULL::text';
  switch (view.kind) {
    case 'WARD':
      // OSL 18:1, 35:1, dataskyddslagen 5:1: that a crime is investigated is not told to those close to the child.
      return { where: `role <> 'POLICE_INVESTIGATOR'`, fields: 'fields_disclosed', person: hidden };
    case 'OWN_FIELDS': {
      const own = bind(fieldsOwnedBy(view.agency));
      return { where: `fields_disclosed && ${own}::text[]`, fields: shared(own), person: hidden };
    }
    case 'REVIEW':
      return inReview(view, bind);
  }
}

function inReview(
  { agency, municipality }: Extract<LogView, { kind: 'REVIEW' }>,
  bind: (value: unknown) => string,
): InView {
  const at = municipality === null ? '' : ` AND municipality = ${bind(municipality)}`;
  const colleague = `(agency = ${bind(agency)}${at})`;
  // One of many authorities cannot tell from an entry whose child it was.
  const own = bind(municipality === null ? fieldsOwnedBy(agency) : []);
  return {
    where: `coalesce(${colleague}, false) OR fields_disclosed && ${own}::text[]`,
    fields: `CASE WHEN ${colleague} THEN fields_disclosed ELSE ${shared(own)} END`,
    person: (column) => `CASE WHEN ${colleague} THEN ${column} END`,
  };
}

function shared(own: string): string {
  return `ARRAY(SELECT f FROM unnest(fields_disclosed) f WHERE f = ANY(${own}::text[]) ORDER BY f)`;
}
