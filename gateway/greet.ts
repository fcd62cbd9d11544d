import type { DemoIssuer } from './identity/demoIssuer';

/** The demo's first story: the name is spelt otherwise than in any register. */
const firstQuery =
  '{ identify(criteria: { givenName: "Muhamad", familyName: "Rahimy", birthDate: "BORN" }, foundIn: "0180") ' +
  '{ outcome grade child { absconding { absconded abscondedOn status } responsibility(foundIn: "0180") ' +
  '{ rule municipality { name } interim { name } explanation contacts { name phones { display } openNow } } } } }';

/** What a start says: that it is ready and, in demo mode, a token and a request to paste. */
export async function greet(
  address: string,
  demoIssuer: DemoIssuer | null,
  born: string | null,
): Promise<string> {
  const ready = `Skyddsnät is ready on ${address}/graphql\n`;
  if (!demoIssuer || !born) return ready;
  const token = await demoIssuer.issue({ role: 'SOCIAL_EMERGENCY', municipality: '0180' });
  const body = JSON.stringify({ query: firstQuery.replace('BORN', born) });
  return `${ready}
The page for people, with a role to choose: ${address}/

Demo token (social emergency service in Stockholm, 8 hours):
${token}

A found child who gives a name and a date of birth; paste this into another window:
curl -s ${address}/graphql -H 'content-type: application/json' -H 'authorization: Bearer ${token}' \\
  -H 'x-purpose: IDENTIFICATION' -H 'x-case-reference: JOUR-2026-1' \\
  -d '${body}'

Ctrl-C stops it.
`;
}
