import { rowOfField } from '../../schema/access/rowOfField';
import { mayEverSee } from '../../schema/access/mayEverSee';
import { secrecyText } from '../../schema/access/secrecyText';
import type { Purpose, Role } from '../../schema/protocol/vocabulary';
import type { FieldGuard, Refusal } from '../engine/guard';
import type { Plugin } from '../operation/pipeline';
import type { Guarded, Purposeful } from '../operation/stages';

/**
 * Refuses, before any agency is asked, the fields that the role could never be shown under the purpose, whatever the
 * facts of the case. What the facts decide, the agencies decide.
 */
export function useSecrecy(): Plugin<Purposeful, Guarded> {
  const guards = new Map<string, FieldGuard>();
  return (purposeful, next) => {
    const { principal, errand } = purposeful;
    if (!principal) return next(purposeful);
    const key = `${principal.role}/${errand?.purpose ?? 'NONE'}`;
    const guard = guards.get(key) ?? createGuard(key, principal.role, errand?.purpose ?? null);
    guards.set(key, guard);
    return next({ ...purposeful, guard });
  };
}

function createGuard(key: string, role: Role, purpose: Purpose | null): FieldGuard {
  return {
    key,
    refuse: (typeName, fieldName) => refuseField(`${typeName}.${fieldName}`, role, purpose),
  };
}

function refuseField(coordinate: string, role: Role, purpose: Purpose | null): Refusal | null {
  const field = rowOfField(coordinate);
  if (coordinate.includes('.__')) return null;
  if (field === null) return refuseUnjudged(coordinate);
  if (field.kind !== 'ROW') return null;
  if (purpose && field.rows.some((row) => mayEverSee(row, role, purpose, field.flag))) return null;
  const { secrecy: basis, askWhom } = field.rows[0]!;
  const { sv, en } = secrecyText(coordinate, basis, askWhom);
  return { message: en, extensions: { code: 'SECRECY', messageSv: sv, basis, askWhom } };
}

/** Deny by default: a field that nobody has judged is shown to nobody. */
function refuseUnjudged(coordinate: string): Refusal {
  return {
    message: `${coordinate} has no rule of access and is shown to nobody.`,
    extensions: {
      code: 'FORBIDDEN',
      messageSv: `${coordinate} saknar åtkomstregel och visas för ingen.`,
    },
  };
}
