import { findMunicipality } from '../../shared/reference/municipality';

/** The municipality's name for a text, or its code when the reference list does not know it. */
export function nameOf(code: string): string {
  return findMunicipality(code)?.name ?? code;
}
