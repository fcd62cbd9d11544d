import type { Agency } from '../../schema/protocol/vocabulary';
import type { GuardianshipAppointmentRecord } from '../guardianship/records';
import type { AsylumCaseRecord, NameRecord } from '../migration/records';
import type {
  AbscondingEpisodeRecord,
  CareOrderRecord,
  ChildDescriptionRecord,
  PlacementRecord,
  SocialCaseRecord,
} from '../municipality/records';
import type { FoundEventRecord } from '../police/records';
import type { RelativeDate } from './relativeDate';
import stories from './demoChildren.json';

/** One child of `demoChildren.json`, with dates relative to the day of loading. */
export interface StoryFacts {
  readonly key: string;
  readonly dossierNumber?: string;
  readonly lmaNumber?: string;
  readonly phone?: string;
  readonly protectedIdentity?: boolean;
  /** @default kind REGISTERED */
  readonly names: readonly { given: string; family: string; kind?: NameRecord['kind'] }[];
  readonly birthDate: RelativeDate | null;
  readonly birthDateClaims?: readonly { date: RelativeDate; kind: 'STATED' }[];
  /** Said to the police when no birth date is known. */
  readonly statedAge?: number;
  readonly ageDecisions?: readonly { by: Agency; adult: boolean; decidedOn: RelativeDate }[];
  readonly sex: 'FEMALE' | 'MALE';
  readonly citizenship?: string;
  readonly languages?: readonly string[];
  readonly arrivedOn?: RelativeDate;
  readonly arrivalMunicipality?: string;
  /** The assigned municipality; null before assignment. */
  readonly assignment: string | null;
  readonly asylum?: AsylumCaseRecord['decision'];
  readonly socialCase?: { municipality: string; status: SocialCaseRecord['status']; closedAt?: RelativeDate };
  readonly placement?: { type: PlacementRecord['type']; municipality: string; by?: string };
  readonly careOrder?: {
    kind: CareOrderRecord['kind'];
    decidedAt: RelativeDate;
    handrackningRequestedAt?: RelativeDate;
  };
  readonly episodes: readonly {
    abscondedAt: RelativeDate;
    returnedAt?: RelativeDate;
    presumedCause?: AbscondingEpisodeRecord['presumedCause'];
  }[];
  readonly description?: Omit<ChildDescriptionRecord, 'updatedOn'>;
  readonly risk?: { assessedOn: RelativeDate; codes: readonly string[] };
  readonly police?: { reportedAt: RelativeDate };
  readonly foundEvents?: readonly { foundIn: string; at: RelativeDate; by: FoundEventRecord['by'] }[];
  /** What kind of guardian the child has; none when left out. */
  readonly guardian?: GuardianshipAppointmentRecord['kind'];
}

/** In the order of the file. */
export const storyFacts = stories.children as readonly StoryFacts[];
