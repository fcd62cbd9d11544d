import type { JWTPayload } from 'jose';
import type { Principal } from '../../schema/protocol/principal';
import { roles, type Agency, type Role } from '../../schema/protocol/vocabulary';
import { refuseToken } from './refusal';
import { agenciesOfRole, isMunicipalityCode, needsMunicipality } from './roles';

/**
 * Reads the caller out of a verified token.
 * @throws UNAUTHENTICATED when a claim is missing or contradicts another.
 */
export function readPrincipal(claims: JWTPayload): Principal {
  const id = readText(claims, 'sub');
  const role = readRole(readText(claims, 'role'));
  const agency = readAgency(readText(claims, 'agency'), role);
  return {
    id,
    role,
    agency,
    municipality: readMunicipality(claims, agency),
    acr: typeof claims['acr'] === 'string' ? claims['acr'] : null,
  };
}

function readText(claims: JWTPayload, claim: string): string {
  const value = claims[claim];
  if (value === undefined || value === null || value === '') throw refuseToken('MISSING_CLAIM', claim);
  if (typeof value !== 'string' || !loggable.test(value)) throw refuseToken('INVALID_CLAIM', claim);
  return value;
}

/** No control, format or stray surrogate characters: the audit log must be able to hold it and a person to read it. */
const loggable = /^\P{C}{1,200}$/u;

function readRole(value: string): Role {
  if (!(roles as readonly string[]).includes(value)) throw refuseToken('INVALID_CLAIM', 'role');
  return value as Role;
}

function readAgency(value: string, role: Role): Agency {
  if (!(agenciesOfRole[role] as readonly string[]).includes(value))
    throw refuseToken('INVALID_CLAIM', 'agency');
  return value as Agency;
}

function readMunicipality(claims: JWTPayload, agency: Agency): string | null {
  const value = claims['municipality'];
  const absent = value === undefined || value === null || value === '';
  if (absent && needsMunicipality(agency)) throw refuseToken('MISSING_CLAIM', 'municipality');
  if (absent) return null;
  if (typeof value !== 'string' || !isMunicipalityCode(value)) {
    throw refuseToken('INVALID_CLAIM', 'municipality');
  }
  return value;
}
