import type { Purpose, Role } from '../protocol/vocabulary';
import fieldsJson from './fields.json';
import { findRow } from './rows';
import type { Row } from './types';

/** How access to a field of the public graph is judged. */
export type FieldAccess =
  /** By rows of the matrix, any of which opens it; `flag`: the field is itself a yes or no, so F cells open it. */
  | { readonly kind: 'ROW'; readonly rows: readonly Row[]; readonly flag: boolean }
  /** Seen with the object it stands in. */
  | { readonly kind: 'PARENT' }
  /** About no person. */
  | { readonly kind: 'OPEN' }
  /** A way in: for these purposes, and these roles (null: all). */
  | {
      readonly kind: 'PERSON' | 'AGGREGATE' | 'LOG';
      readonly purposes: readonly Purpose[];
      readonly roles: readonly Role[] | null;
    }
  /** A mutation, for these roles under any purpose of theirs but STATISTICS. */
  | {
      readonly kind: 'WRITE';
      readonly roles: readonly Role[];
      /** Rests on what others than the agency know about the child: the hub attests it before. */
      readonly attested: boolean;
    };

/** Every schema coordinate of fields.json, as written; `Type.*` stands for all fields of a type. */
export const coordinates: readonly string[] = Object.keys(fieldsJson);

/** How the field is judged; null if nobody said so, which denies it. */
export function rowOfField(coordinate: string): FieldAccess | null {
  return fields.get(coordinate) ?? fields.get(`${coordinate.split('.')[0]}.*`) ?? null;
}

interface FieldEntry {
  readonly row?: string | readonly string[];
  readonly flag?: boolean;
  readonly parent?: boolean;
  readonly open?: boolean;
  readonly kind?: 'PERSON' | 'AGGREGATE' | 'LOG' | 'WRITE';
  readonly purposes?: readonly Purpose[];
  readonly roles?: readonly Role[];
  readonly attested?: boolean;
}

const fields: ReadonlyMap<string, FieldAccess> = new Map(
  Object.entries(fieldsJson as Readonly<Record<string, FieldEntry>>).map(([coordinate, entry]) => [
    coordinate,
    readField(entry),
  ]),
);

function readField(entry: FieldEntry): FieldAccess {
  const { row, flag = false, parent, open, kind, purposes = [], roles = null, attested = false } = entry;
  if (row !== undefined) return { kind: 'ROW', rows: [row].flat().map(findRow), flag };
  if (kind === 'WRITE') return { kind, roles: roles ?? [], attested };
  if (kind !== undefined) return { kind, purposes, roles };
  if (open) return { kind: 'OPEN' };
  if (parent) return { kind: 'PARENT' };
  throw new Error(`fields.json: ${JSON.stringify(entry)} says no way to judge the field.`);
}
