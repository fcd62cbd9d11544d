import type { Role } from '../../../schema/protocol/vocabulary';
import type { Asker } from '../../harness/hub';
import { ownGuardian, ownMunicipality, type Situation } from './matrixWorld';

/** Somebody who asks, the column of the table they sit in, and which children are their own. */
export interface Seat {
  readonly column: string;
  readonly asker: Omit<Asker, 'purpose'> & { readonly role: Role };
  readonly related: (situation: Situation) => boolean;
}

const never = () => false;
const always = () => true;
export const seats: readonly Seat[] = [
  { column: 'SWr', asker: { role: 'SOCIAL_WORKER', municipality: ownMunicipality }, related: always },
  { column: 'SWo', asker: { role: 'SOCIAL_WORKER', municipality: '0180' }, related: never },
  { column: 'JOU', asker: { role: 'SOCIAL_EMERGENCY', municipality: '0180' }, related: never },
  { column: 'JOU', asker: { role: 'OUTREACH_WORKER', municipality: '0180' }, related: never },
  { column: 'POf', asker: { role: 'POLICE_OFFICER' }, related: never },
  { column: 'POi', asker: { role: 'POLICE_INVESTIGATOR' }, related: never },
  { column: 'POb', asker: { role: 'BORDER_POLICE' }, related: never },
  // A protected child is the concern of the officer of its open case alone.
  {
    column: 'MIG',
    asker: { role: 'MIGRATION_OFFICER' },
    related: ({ protectedIdentity }) => !protectedIdentity,
  },
  { column: 'GM', asker: { role: 'GUARDIAN', sub: ownGuardian }, related: always },
  { column: 'GM', asker: { role: 'GUARDIAN', sub: 'guardian-of-another' }, related: never },
  { column: 'OF', asker: { role: 'GUARDIANSHIP_OFFICER', municipality: ownMunicipality }, related: always },
  { column: 'OF', asker: { role: 'GUARDIANSHIP_OFFICER', municipality: '0180' }, related: never },
  { column: 'LST', asker: { role: 'COUNTY_ANALYST' }, related: never },
  { column: 'NGO', asker: { role: 'NGO_WORKER' }, related: never },
  { column: 'SKO', asker: { role: 'SCHOOL_HEALTH_STAFF' }, related: never },
  { column: 'INT', asker: { role: 'INTEGRATOR', municipality: ownMunicipality }, related: never },
];
