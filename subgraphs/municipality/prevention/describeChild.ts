import type { SubgraphContext } from '../../shared/context';
import { assertVersion } from '../../shared/writing/assertVersion';
import { changeOnce } from '../../shared/writing/changeOnce';
import { lockChild } from '../../shared/writing/lockChild';
import type { Attempt } from '../../shared/writing/once';
import { inCharge } from '../lifecycle/ownChildren';

/** How the child looks, as far as it is known; null: not known. */
export interface GivenDescription {
  readonly heightCm: number | null;
  readonly build: string | null;
  readonly hair: string | null;
  readonly eyes: string | null;
  readonly marks: string | null;
  readonly clothing: string | null;
  readonly photoUrl: string | null;
  /** The day the child was told why a photo is taken and how it is used, and agreed (R07); null: no photo. */
  readonly photoAgreedOn: string | null;
  readonly updatedOn: string;
  /** Of the description that is replaced, 0 when there was none; null: whatever it is. */
  readonly expectedVersion: number | null;
}

/** Replaces the description of a child in the caller's municipality's charge. @throws NOT_FOUND, CONFLICT */
export function describeChild(
  context: SubgraphContext,
  named: string,
  given: GivenDescription,
  attempt: Attempt,
): Promise<string> {
  return changeOnce(context, 'recordDescription', attempt, async (change) => {
    const child = await lockChild(change, named, inCharge(context));
    const [held] = await change.query<{ version: number }>(
      'SELECT version FROM child_description WHERE child_id = $1',
      [child],
    );
    assertVersion(held?.version ?? 0, given.expectedVersion);
    await change.query(
      `INSERT INTO child_description (child_id, height_cm, build, hair, eyes, marks, clothing, photo_url,
         photo_agreed_on, updated_on) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
       ON CONFLICT (child_id) DO UPDATE SET (height_cm, build, hair, eyes, marks, clothing, photo_url,
         photo_agreed_on, updated_on) = ROW (EXCLUDED.height_cm, EXCLUDED.build, EXCLUDED.hair, EXCLUDED.eyes,
         EXCLUDED.marks, EXCLUDED.clothing, EXCLUDED.photo_url, EXCLUDED.photo_agreed_on, EXCLUDED.updated_on)`,
      [
        child,
        given.heightCm,
        given.build,
        given.hair,
        given.eyes,
        given.marks,
        given.clothing,
        given.photoUrl,
        given.photoAgreedOn,
        given.updatedOn,
      ],
    );
    return child;
  });
}
