import { emergencyRows } from '../../../schema/access/emergencyFields';
import { rowsOfField } from '../../../schema/access/rows';
import type { Row } from '../../../schema/access/types';
import type { Role } from '../../../schema/protocol/vocabulary';
import { accept, refuse, type Checked } from './checked';

/**
 * The rows for which a role may break the glass: those whose cell says B for it. Of a field it is those of its rows
 * that do. Looks at no child.
 */
export function checkGlass(rowIds: readonly string[], fields: readonly string[], role: Role): Checked<Row[]> {
  const breakable = emergencyRows(role);
  const wanted = [...rowIds.map((id) => [id]), ...fields.map((field) => [...rowsOfField(field)])];
  const found = wanted.map((ids) => breakable.filter(({ id }) => ids.includes(id)));
  if (found.length > 0 && found.every((rows) => rows.length > 0)) return accept([...new Set(found.flat())]);
  const list = breakable.map(({ id }) => id).join(', ');
  return refuse(
    'FORBIDDEN',
    'rows',
    list
      ? `Rollen ${role} får nödöppna ${list}, inget annat. Begär annars utlämnande, eller ring den som svarar nu.`
      : `Rollen ${role} får inte nödöppna något. Begär utlämnande, eller ring den som svarar nu.`,
    list
      ? `The role ${role} may break the glass for ${list} and nothing else. Otherwise request disclosure, or ring whoever answers now.`
      : `The role ${role} may break no glass. Request disclosure, or ring whoever answers now.`,
  );
}
