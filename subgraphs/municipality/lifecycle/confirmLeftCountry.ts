import { hubError } from '../../../schema/protocol/hubError';
import type { SubgraphContext } from '../../shared/context';
import { assertInOrder } from '../../shared/writing/assertInOrder';
import { assertVersion } from '../../shared/writing/assertVersion';
import { badInput } from '../../shared/writing/badInput';
import type { Change } from '../../shared/writing/change';
import { lockChild } from '../../shared/writing/lockChild';
import type { LeftCountrySource } from '../lifecycleWords';
import { demandEpisode, isGoingOn } from './latestEpisode';
import { inCharge } from './ownChildren';

export interface LeftCountry {
  readonly child: string;
  readonly confirmedAt: Date;
  readonly by: LeftCountrySource;
  /** ISO 3166-1 alpha-3. */
  readonly country: string;
  readonly expectedVersion: number | null;
}

/**
 * Records that the child is confirmed to have left Sweden for good; it is no longer looked for.
 * @returns the episode's id
 * @throws NOT_FOUND, CONFLICT, BAD_USER_INPUT
 */
export async function confirmLeftCountry(
  change: Change,
  { child: named, confirmedAt, by, country, expectedVersion }: LeftCountry,
  { assertion, now }: Pick<SubgraphContext, 'assertion' | 'now'>,
): Promise<string> {
  assertAbroad(country);
  const child = await lockChild(change, named, inCharge({ assertion }));
  const episode = await demandEpisode(change, child);
  assertVersion(episode.version, expectedVersion);
  if (!isGoingOn(episode)) {
    throw hubError(
      'CONFLICT',
      {
        sv: 'Avvikandet är redan över: barnet är tillbaka eller bekräftat utomlands.',
        en: 'The absconding is over already: the child is back or confirmed abroad.',
      },
      { version: episode.version },
    );
  }
  assertInOrder(now, [
    { field: 'abscondedAt', at: episode.abscondedAt },
    { field: 'foundAt', at: episode.foundAt },
    { field: 'confirmedAt', at: confirmedAt },
  ]);
  await change.query(
    `UPDATE absconding_episode SET left_country_confirmed_at = $2, left_country_confirmed_by = $3 WHERE id = $1`,
    [episode.id, confirmedAt, by],
  );
  const { municipality } = assertion.principal;
  await change.publish({ type: 'LEFT_COUNTRY', child, municipality, occurredAt: confirmedAt });
  return episode.id;
}

/** Children in Denmark mostly come back soon and have not left for good (VG). */
function assertAbroad(country: string): void {
  if (/^[A-Z]{3}$/.test(country) && country !== 'SWE' && country !== 'DNK') return;
  throw badInput('country', {
    sv: 'Ange ett land utom Sverige med tre bokstäver enligt ISO 3166-1, t.ex. DEU. Barn i Danmark kommer oftast snart tillbaka och räknas inte hit.',
    en: 'Give a country other than Sweden in the three letters of ISO 3166-1, e.g. DEU. Children in Denmark mostly come back soon and are not counted here.',
  });
}
