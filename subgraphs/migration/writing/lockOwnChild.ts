import type { SubgraphContext } from '../../shared/context';
import type { Change } from '../../shared/writing/change';
import { lockChild } from '../../shared/writing/lockChild';
import { worksWith } from '../worksWith';

/** Columns of the child that changes build on. */
export interface LockedChild {
  readonly id: string;
  readonly birthDate: string | null;
  readonly arrivalMunicipality: string | null;
}

/**
 * Holds a child that the officer works with until the change ends.
 * @param named any reference of the child
 * @throws NOT_FOUND alike for a child that is not registered and one that is not the officer's
 */
export async function lockOwnChild(
  change: Change,
  { assertion }: Pick<SubgraphContext, 'assertion'>,
  named: string,
): Promise<LockedChild> {
  const child = await lockChild(change, named, {
    where: worksWith('$2'),
    parameters: [assertion.principal.id],
    otherwise: {
      sv: 'Migrationsverket har inget barn med den referensen som du arbetar med.',
      en: 'The Migration Agency has no child of that reference that you work with.',
    },
  });
  const [row] = await change.query<LockedChild>(
    `SELECT id, to_char(birth_date, 'YYYY-MM-DD') AS "birthDate", arrival_municipality AS "arrivalMunicipality"
     FROM child WHERE id = $1`,
    [child],
  );
  return row!;
}
