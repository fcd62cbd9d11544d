import { createPrivateKey, hash, randomUUID } from 'node:crypto';
import { rowOfField } from '../../../schema/access/rowOfField';
import { createSalt } from '../../../schema/protocol/createSalt';
import { hashDisclosure, type Disclosure } from '../../../schema/protocol/disclosure';
import { extract as extractMark } from '../../../schema/protocol/extract';
import { appendBatch } from '../../audit/appendBatch';
import type { AuditEntry } from '../../audit/auditEntry';
import { toCheckpointKey } from '../../audit/checkpoint';
import type { Sql } from '../../../subgraphs/shared/retention/sql';
import { isAgency, type OpenPlaces } from '../places';
import type { Extract } from './extract';

interface Maker {
  readonly by: string;
  readonly reason: string;
  readonly hubKey: () => string;
}

/** Notes that an extract was made, for whom and by whom, in the log of the place it is from, before it is given out. */
export async function noteExtract(databases: OpenPlaces, extract: Extract, maker: Maker): Promise<void> {
  const shown = extract.records.flatMap(({ rows }) => rows.flat().map(({ field }) => field));
  const fields = [...new Set(shown)].sort();
  const { agency: place } = extract;
  if (isAgency(place)) await noteAtAgency((await databases.open(place))!, extract, maker, fields);
  else await noteAtHub(databases, extract, maker, fields);
}

async function noteAtAgency(
  sql: Sql,
  { child, madeAt, receiver }: Extract,
  { by, reason }: Maker,
  fields: readonly string[],
): Promise<void> {
  const disclosure: Disclosure = {
    operationId: randomUUID(),
    // Nobody asked through the hub: there is no assertion to name.
    assertionHash: hash('sha256', ''),
    principalId: by,
    role: extractMark,
    purpose: extractMark,
    caseReference: reason,
    asked: [`Extract.${receiver}`],
    children: [child],
    fields,
    at: new Date(madeAt),
  };
  const salt = createSalt();
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

/** The hub has one log, the log of questions: the extract is an entry of it, signed as all are. */
async function noteAtHub(
  databases: OpenPlaces,
  { child, madeAt, receiver }: Extract,
  { by, reason, hubKey }: Maker,
  fields: readonly string[],
): Promise<void> {
  const entry: AuditEntry = {
    operationId: randomUUID(),
    occurredAt: new Date(madeAt),
    principalId: by,
    role: 'AUDITOR',
    agency: 'HUB',
    municipality: null,
    purpose: 'AUDIT',
    caseReference: reason,
    operationName: `${extractMark}_${receiver.toUpperCase()}`,
    child,
    fieldsDisclosed: fields.filter((field) => rowOfField(field) !== null),
    fieldsDenied: [],
    outcome: 'DISCLOSED',
    receipts: [],
  };
  const client = (await databases.connect('audit'))!;
  const privateKey = createPrivateKey(hubKey());
  const sealer = { privateKey, logId: toCheckpointKey(privateKey).logId };
  try {
    await appendBatch(client, [entry], sealer, null);
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  }
}
