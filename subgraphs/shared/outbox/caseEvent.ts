import type { Reading } from '../../../schema/protocol/events/caseEventRecord';
import type { CaseUpdateType } from '../../../schema/protocol/vocabulary';

/** Something that happened in a child's case, without its content: whoever may know more asks for it. */
export interface CaseEvent {
  readonly type: CaseUpdateType;
  /** The child's opaque reference. */
  readonly child: string;
  /** Whose case it is, or where it happened; null: no municipality's. */
  readonly municipality?: string | null;
  /** @default the moment of the call */
  readonly occurredAt?: Date;
  /** Who read, when the event is a reading. */
  readonly reading?: Reading | null;
}
