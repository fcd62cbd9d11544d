import type { Purpose, Role } from '../protocol/vocabulary';
import { coordinates } from './rowOfField';
import { maySelect } from './maySelect';

/** The schema coordinates that the role could be shown under the purpose, sorted; what each request gets, the facts decide. */
export function allowedFields(role: Role, purpose: Purpose): string[] {
  return coordinates
    .filter((coordinate) => !coordinate.endsWith('.*') && maySelect(coordinate, role, purpose))
    .sort();
}
