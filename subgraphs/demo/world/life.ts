import type { Origin } from '../names/origins';
import type { PersonName } from '../names/drawName';

export type Stage = 'ASSIGNED' | 'ARRIVAL' | 'UNASSIGNED_CLOSED' | 'NEVER_APPLIED';

/** What happened to a family on its way; brothers and sisters share it. Days are counts, see `WorldClock`. */
export interface Journey {
  readonly origin: Origin;
  readonly stage: Stage;
  readonly arrivedOn: number;
  readonly arrivalMunicipality: string;
  /** Null before assignment. */
  readonly assignment: { readonly municipality: string; readonly on: number } | null;
  readonly decision: 'PENDING' | 'GRANTED' | 'REFUSED';
  /** Null while pending. */
  readonly decidedOn: number | null;
}

/** One absconding. Instants are milliseconds since 1970. */
export interface Away {
  readonly from: number;
  /** Null while the child is away. */
  readonly returnedAt: number | null;
  readonly foundAt: number | null;
  readonly leftCountryAt: number | null;
}

/** Everything that more than one agency's record of a child depends on. */
export interface Life {
  readonly journey: Journey;
  readonly seed: number;
  readonly index: number;
  readonly id: string;
  readonly sex: 'FEMALE' | 'MALE';
  readonly name: PersonName;
  readonly bornOn: number;
  readonly adult: boolean;
  /** The day the Migration Agency held a child by birth date to be an adult; null when it did not. */
  readonly adultDecidedOn: number | null;
  readonly protectedIdentity: boolean;
  readonly phone: string | null;
  /** Where the child lives; null without a placement. */
  readonly placedIn: string | null;
  /** Oldest first. */
  readonly episodes: readonly Away[];
  /** Null while social services have a case. */
  readonly caseClosedOn: number | null;
}
