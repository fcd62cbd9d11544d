import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { hashDisclosure, type Disclosure } from '../../../schema/protocol/disclosure';
import { extract as extractMark } from '../../../schema/protocol/extract';
import type { Sql } from '../../../subgraphs/shared/retention/sql';
import type { Extract } from './extract';

/** Notes in the agency's own log that an extract was made, for whom and by whom, before it is given out. */
export async function noteExtract(
  sql: Sql,
  { child, records, madeAt, receiver }: Extract,
  { by, reason }: { readonly by: string; readonly reason: string },
): Promise<void> {
  const shown = records.flatMap(({ rows }) => rows.flat().map(({ field }) => field));
  const disclosure: Disclosure = {
    operationId: randomUUID(),
    // Nobody asked through the hub: there is no assertion to name.
    assertionHash: createHash('sha256').update('').digest('hex'),
    principalId: by,
    role: extractMark,
    purpose: extractMark,
    caseReference: reason,
    asked: [`Extract.${receiver}`],
    children: [child],
    fields: [...new Set(shown)].sort(),
    at: new Date(madeAt),
  };
  const salt = randomBytes(16);
  const { operationId, assertionHash, principalId, role, purpose, caseReference } = disclosure;
  await sql.query(
    `INSERT INTO disclosure (hash, salt, operation_id, assertion_hash, principal_id, role, purpose, case_reference,
       asked, children, fields, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
    [
      ...[hashDisclosure(disclosure, salt), salt, operationId, assertionHash, principalId, role, purpose],
      ...[caseReference, disclosure.asked, disclosure.children, disclosure.fields, disclosure.at],
    ],
  );
}
