import { rowOfField } from '../../schema/access/rowOfField';
import type { Row } from '../../schema/access/types';

/** How access to a field is judged, in a line for its description: the rows of the matrix and their legal bases. */
export function describeAccess(coordinate: string): string {
  const field = rowOfField(coordinate);
  switch (field?.kind) {
    case undefined:
      return 'Access: no rule, shown to nobody.';
    case 'OPEN':
      return 'Access: about no person.';
    case 'PARENT':
      return 'Access: as the object it stands in.';
    case 'ROW': {
      const rows = field.rows.map(describeRow).join('; or ');
      return `Access: ${rows}${field.flag ? '; yes or no is enough' : ''}.`;
    }
    case 'PERSON':
    case 'AGGREGATE':
    case 'LOG':
      return `Access: for the purposes ${field.purposes.join(', ')}.`;
    case 'WRITE':
      return 'Access: to hand in; each decision is the owner’s.';
  }
}

function describeRow({ id, secrecy, basis }: Row): string {
  const shown = basis.length > 0 ? `shown on ${basis.join(', ')}` : 'shown to its owner';
  return `row ${id}, secret by ${secrecy}, ${shown}`;
}
