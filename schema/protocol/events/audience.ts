import type { Agency, Purpose, Role } from '../vocabulary';
import type { LoggedEvent } from './caseEventRecord';

/** A subscriber, as far as it decides on what it may know of. */
export interface UpdateAsker {
  readonly id: string;
  readonly role: Role;
  readonly agency: Agency;
  readonly municipality: string | null;
  readonly purpose: Purpose | null;
  readonly caseReference: string | null;
}

/**
 * Who of many subscribers may know of which events: one question for all of them. It travels as one text that the
 * gateway has signed, to the hub's own graph and on to each agency, so that nobody else can ask it.
 */
export interface AudienceQuestion {
  readonly groups: readonly AudienceGroup[];
}

/** Each of the askers wants to know each of the events. */
export interface AudienceGroup {
  readonly events: readonly UpdateInQuestion[];
  readonly askers: readonly UpdateAsker[];
}

export type UpdateInQuestion = Pick<LoggedEvent, 'child' | 'type' | 'municipality' | 'reading'>;

/** The kind under which the question is signed. */
export const audienceKind = 'audience';

/** Per group and asker, in their order: the places of the events it may know of; null: not to be decided now. */
export interface AudienceAnswer {
  readonly groups: readonly (readonly (readonly number[] | null)[])[];
  /** The municipalities that the events name, by code, as the graph shows them. */
  readonly municipalities: Readonly<Record<string, object | null>>;
}

/** What an agency says of one group: facts of the children it holds, and whose own case or ward each is. */
export interface AgencyAudience {
  readonly children: readonly ChildAccessFacts[];
}

export interface ChildAccessFacts {
  readonly child: string;
  readonly adult: boolean | null;
  readonly fifteen: boolean | null;
  readonly absconding: boolean;
  readonly found: boolean;
  readonly protectedIdentity: boolean;
  readonly investigating: readonly string[];
  readonly handrackning: boolean;
  /** Places in the group of the askers whose own case or ward it is. */
  readonly related: readonly number[];
  /** Rows of the access matrix that are released, by agency. */
  readonly released: Readonly<Partial<Record<Agency, readonly string[]>>>;
}
