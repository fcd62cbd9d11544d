import { createDemoIssuer } from '../../gateway/identity/demoIssuer';
import type { Criteria } from '../../subgraphs/shared/matching';
import type { DemoChild } from '../../subgraphs/demo/demoChild';
import type { HttpQuestion } from '../load/driveLoad';
import { mainQuery } from './mainQuery';

/** The two ways in which the hub is asked most: by what a child says, and by what stands on its card. */
export const ways = ['name and birth date', 'dossier number'] as const;
export type Way = (typeof ways)[number];

export type Questions = Readonly<Record<Way, readonly HttpQuestion[]>>;

/** As many children as keep any cache from answering alone. */
const sampled = 200;
const foundIn = '0180';

/**
 * Questions about children spread over the world, each with an asker and a case of its own.
 *
 * @param dataDir of the hub, whose demo issuer vouches for the askers
 */
export async function drawQuestions(
  children: Iterable<DemoChild>,
  size: number,
  dataDir: string,
): Promise<Questions> {
  const issuer = await createDemoIssuer(dataDir);
  const drawn = drawChildren(children, size);
  const ask = (way: Way): Promise<HttpQuestion[]> =>
    Promise.all(
      drawn.map(async (criteria, index) => ({
        headers: {
          'content-type': 'application/json',
          authorization: `Bearer ${await issuer.issue({ role: 'SOCIAL_EMERGENCY', municipality: foundIn, sub: `bench-${index}` })}`,
          'x-purpose': 'IDENTIFICATION',
          'x-case-reference': `BENCH-${index}`,
        },
        body: JSON.stringify({ query: mainQuery, variables: { criteria: criteria[way], foundIn } }),
      })),
    );
  return {
    'name and birth date': await ask('name and birth date'),
    'dossier number': await ask('dossier number'),
  };
}

function drawChildren(children: Iterable<DemoChild>, size: number): Record<Way, Criteria>[] {
  const drawn: Record<Way, Criteria>[] = [];
  const step = Math.max(1, Math.floor(size / (sampled * 2)));
  let index = 0;
  for (const { migration } of children) {
    if (drawn.length === sampled) break;
    if (index++ % step !== 0 || !migration || migration.protectedIdentity) continue;
    const { dossierNumber, birthDate, names } = migration;
    const name = names.find(({ kind, given, family }) => kind === 'REGISTERED' && given && family);
    if (!dossierNumber || !birthDate || !name) continue;
    drawn.push({
      'name and birth date': { givenName: name.given!, familyName: name.family!, birthDate },
      'dossier number': { dossierNumber },
    });
  }
  return drawn;
}
