import { columnsOf, type Column } from '../../../schema/access/columnOf';
import { mayRestOn } from '../../../schema/access/decidedBasis';
import { readCell } from '../../../schema/access/readCell';
import { rows as matrix } from '../../../schema/access/rows';
import { stockholmDate } from '../../../schema/access/stockholmDate';
import type { Row } from '../../../schema/access/types';
import type { Agency, Role } from '../../../schema/protocol/vocabulary';
import { badInput } from '../../shared/writing/badInput';

/** A completed secrecy test, as the officer gives it. */
export interface GivenRelease {
  readonly child: string;
  readonly toAgency: Agency;
  /** Rows of the access matrix. */
  readonly rows: readonly string[];
  /** Code of the legal basis. */
  readonly basis: string;
  readonly expiresAt: Date | null;
}

/** Those for whom a release opens anything: others have their own conditions in the access table. */
const receivers: Readonly<Partial<Record<Agency, readonly Role[]>>> = {
  POLICE: ['POLICE_OFFICER', 'POLICE_INVESTIGATOR', 'BORDER_POLICE'],
  MIGRATION_AGENCY: ['MIGRATION_OFFICER'],
};

/**
 * Whether a secrecy test can have ended in this release: to an agency that needs one, of rows that the hub could ever
 * show it, on a basis in force that breaks the secrecy of social services. The general clause does not (OSL 10:27).
 *
 * @throws BAD_USER_INPUT
 */
export function assertReleasable({ rows, toAgency, basis, expiresAt }: GivenRelease, now: Date): void {
  const roles = receivers[toAgency];
  if (!roles) throw badReceiver();
  const columns = roles.flatMap(columnsOf);
  if (rows.length === 0) throw badRow(null, toAgency);
  for (const id of rows) {
    const row = matrix.find((each) => each.id === id && each.owner === 'MUNICIPALITY' && !each.directory);
    if (!row || !isShown(row, columns)) throw badRow(id, toAgency);
    if (!columns.some((column) => mayRestOn(basis, row, column, stockholmDate(now)))) throw badBasis(basis);
  }
  if (expiresAt !== null && expiresAt <= now) {
    throw badInput('expiresAt', {
      sv: 'expiresAt ska ligga framåt i tiden.',
      en: 'expiresAt must lie in the future.',
    });
  }
}

function isShown(row: Row, columns: readonly Column[]): boolean {
  return columns.some((column) => readCell(row.cells[column]).allow);
}

function badReceiver(): Error {
  return badInput('toAgency', {
    sv: 'Kommunens uppgifter släpps till POLICE eller MIGRATION_AGENCY. För andra avgör åtkomsttabellen, eller en begäran om utlämnande.',
    en: 'A municipality’s facts are released to POLICE or MIGRATION_AGENCY. For others the access table decides, or a request for disclosure.',
  });
}

function badRow(id: string | null, toAgency: Agency): Error {
  return badInput('rows', {
    sv: id
      ? `Raden ${id} är ingen kommunal rad som navet kan visa för ${toAgency} (schema/access/ACCESS.md).`
      : 'Ange minst en rad i åtkomsttabellen, t.ex. municipality.absconding.',
    en: id
      ? `The row ${id} is no municipal row that the hub could show ${toAgency} (schema/access/ACCESS.md).`
      : 'Give at least one row of the access table, such as municipality.absconding.',
  });
}

function badBasis(basis: string): Error {
  return badInput('basis', {
    sv: `${basis} är ingen gällande grund som bryter socialtjänstens sekretess mot mottagaren. Generalklausulen (OSL 10:27) gör det inte.`,
    en: `${basis} is no basis in force that breaks the secrecy of social services towards the receiver. The general clause (OSL 10:27) does not.`,
  });
}
