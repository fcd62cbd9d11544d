import { roles, type Agency, type Role } from '../../schema/protocol/vocabulary';
import type { DemoClaims } from './demoIssuer';
import { agenciesOfRole, isMunicipalityCode, needsMunicipality } from './roles';

/** What somebody who tries the hub says about whom to be. */
export interface DemoWish {
  readonly role?: string | undefined;
  readonly municipality?: string | undefined;
  readonly agency?: string | undefined;
  readonly sub?: string | undefined;
  /** E.g. 90s, 30m, 8h. @default '8h' */
  readonly expires?: string | undefined;
}

/** The claims, or what is wrong with the wish, named by the options of `npm run token`. */
export function readDemoClaims({
  role,
  municipality,
  agency,
  sub,
  expires = '8h',
}: DemoWish): DemoClaims | string {
  if (!isRole(role)) return `--role must be one of ${roles.join(', ')}.`;
  const employer = agency ?? agenciesOfRole[role][0];
  if (!isEmployer(employer, role))
    return `--agency for ${role} must be one of ${agenciesOfRole[role].join(', ')}.`;
  if (municipality === undefined && needsMunicipality(employer))
    return `${role} needs --municipality, e.g. 0180.`;
  if (municipality !== undefined && !isMunicipalityCode(municipality))
    return '--municipality must be four digits.';
  const expiresIn = readSeconds(expires);
  if (expiresIn === null) return '--expires must be a number and s, m or h, at most 24h.';
  return { role, municipality, agency: employer, sub, expiresIn };
}

function isRole(value: string | undefined): value is Role {
  return (roles as readonly (string | undefined)[]).includes(value);
}

function isEmployer(value: string, role: Role): value is Agency {
  return (agenciesOfRole[role] as readonly string[]).includes(value);
}

function readSeconds(text: string): number | null {
  const [, number, unit] = /^(\d{1,5})([smh])$/.exec(text) ?? [];
  if (number === undefined) return null;
  const seconds = Number(number) * { s: 1, m: 60, h: 3600 }[unit as 's' | 'm' | 'h'];
  return seconds >= 1 && seconds <= 24 * 3600 ? seconds : null;
}
