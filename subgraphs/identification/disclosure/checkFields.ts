import { waysTo } from '../../../schema/access/coversField';
import { mayEverSee } from '../../../schema/access/mayEverSee';
import { rowOfField } from '../../../schema/access/rowOfField';
import type { Row } from '../../../schema/access/types';
import type { Agency, Purpose, Role } from '../../../schema/protocol/vocabulary';
import { accept, refuse, type Checked } from './checked';

/** So many fields at most in one request: each is tried by a person. */
const mostFields = 40;

export interface CheckedFields {
  /** Each once. */
  readonly fields: readonly string[];
  readonly owner: Agency;
}

/**
 * Whether fields can be asked for together: each is known, could ever be shown to the role under the purpose, and all
 * have one owner. Looks at no child, so that the answer tells nothing about one.
 */
export function checkFields(asked: readonly string[], role: Role, purpose: Purpose): Checked<CheckedFields> {
  const fields = [...new Set(asked)];
  if (fields.length === 0 || fields.length > mostFields) {
    return bad(
      `Ange 1–${mostFields} fält, t.ex. Child.names.`,
      `Give 1–${mostFields} fields, such as Child.names.`,
    );
  }
  const owners = new Set<Agency>();
  for (const field of fields) {
    const rows = showableRows(field, role, purpose);
    if (!rows) return unknown(field);
    if (rows.length === 0) return never(field, role, purpose);
    rows.forEach((row) => owners.add(row.owner));
  }
  const [owner, ...others] = owners;
  if (!owner || owner === 'HUB') {
    return bad(
      'Svaret räknas ut i navet ur myndigheternas uppgifter: begär uppgifterna hos den som har dem.',
      'This answer is worked out from the agencies’ facts: ask for the facts themselves.',
    );
  }
  if (others.length > 0) {
    const list = [...owners].join(', ');
    return bad(
      `Fälten har flera ägare (${list}), som beslutar var för sig. Gör en begäran för varje.`,
      `The fields have several owners (${list}), each of whom decides alone. Make a request for each.`,
    );
  }
  return accept({ fields, owner });
}

/** The field's rows that could ever be shown to the role under the purpose; null for a field not judged by rows. */
export function showableRows(field: string, role: Role, purpose: Purpose): readonly Row[] | null {
  const access = rowOfField(field);
  if (access?.kind !== 'ROW') return null;
  return access.rows.filter((row) => mayEverSee(row, role, purpose, access.flag));
}

function bad(sv: string, en: string): Checked<never> {
  return refuse('BAD_USER_INPUT', 'fields', sv, en);
}

function unknown(field: string): Checked<never> {
  const inside = waysTo(field).filter((way) => rowOfField(way)?.kind === 'ROW');
  if (inside.length === 0) {
    return bad(
      `${field} är inget fält som beslutas. Skriv Typ.fält, så som det står i felet SECRECY.`,
      `${field} is no field to decide on. Write Type.field as the error SECRECY gives it.`,
    );
  }
  const list = inside.join(', ');
  return bad(
    `${field} visas med det fält som det står i: begär ${list}.`,
    `${field} is shown with the field it stands in: ask for ${list}.`,
  );
}

function never(field: string, role: Role, purpose: Purpose): Checked<never> {
  return refuse(
    'FORBIDDEN',
    'fields',
    `${field} lämnas inte genom navet till rollen ${role} för ändamålet ${purpose}. Vänd dig direkt till ägaren.`,
    `${field} is not given through the hub to the role ${role} for the purpose ${purpose}. Turn to the owner directly.`,
  );
}
