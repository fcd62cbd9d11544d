import { startOfEighteenthBirthday } from '../../../shared/time/stockholm';
import type { DeadlineRule } from '../deadline';

/**
 * R08, R37b: the grounds that hold for children only (OSL 26:9, the guardian's appointment) end with the midnight at
 * which the 18th birthday begins; what takes their place is to be settled before. Moot once the Migration Agency has
 * decided that the person is an adult.
 */
export const eighteenthBirthday: DeadlineRule = ({ migration }, now) => {
  if (!migration) return { undecidable: ['MIGRATION_AGENCY'] };
  if (migration.birthDate === null) return null;
  const dueAt = startOfEighteenthBirthday(migration.birthDate);
  const ahead = migration.adult === true ? 'CANCELLED' : 'PENDING';
  return {
    kind: 'EIGHTEENTH_BIRTHDAY',
    dueAt: dueAt.toISOString(),
    owner: 'SOCIAL_SERVICES',
    state: now >= dueAt ? 'DONE' : ahead,
  };
};
