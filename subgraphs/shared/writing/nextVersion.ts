/**
 * SQL for the version of a record that takes an earlier one's place: above all that the child's records of the kind
 * have had. Counted from 1 anew, it could be the one that somebody has read of the record before it, and a change
 * meant for that one would be taken for this.
 *
 * @param child SQL for the child's reference
 */
export function nextVersion(table: string, child = '$1'): string {
  return `(SELECT coalesce(max(version), 0) + 1 FROM ${table} WHERE child_id = ${child})`;
}
