import reference from './municipalities.json';

export interface County {
  code: string;
  name: string;
}

export interface Municipality {
  code: string;
  name: string;
  county: County;
}

const names: Readonly<Record<string, string>> = reference.municipalities;
const countyNames: Readonly<Record<string, string>> = reference.counties;

/** The municipality with SCB's four-digit code, or null when there is none. */
export function findMunicipality(code: string): Municipality | null {
  // hasOwn: a caller may send "constructor" as a code.
  if (!Object.hasOwn(names, code)) return null;
  const county = code.slice(0, 2);
  return { code, name: names[code]!, county: { code: county, name: countyNames[county]! } };
}

/** All 290, ordered by code. */
export function allMunicipalities(): Municipality[] {
  return Object.keys(names)
    .sort()
    .map((code) => findMunicipality(code)!);
}
