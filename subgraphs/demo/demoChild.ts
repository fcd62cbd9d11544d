import type { GuardianshipRecord } from '../guardianship/records';
import type { MigrationRecord } from '../migration/records';
import type { MunicipalityRecord } from '../municipality/records';
import type { PoliceRecord } from '../police/records';

/** One synthetic child as each agency holds it; null where an agency does not know the child. */
export interface DemoChild {
  /** What the demo calls the child; never stored. */
  readonly key: string;
  /** The opaque reference that the agencies share. */
  readonly id: string;
  readonly migration: MigrationRecord | null;
  readonly municipality: MunicipalityRecord | null;
  readonly police: PoliceRecord | null;
  readonly guardianship: GuardianshipRecord | null;
}
