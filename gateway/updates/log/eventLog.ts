import type { LoggedEvent } from '../../../schema/protocol/events/caseEventRecord';

/** The event log as the gateway reads it: one total order over what all subgraphs publish. */
export interface EventLog {
  /**
   * What the log holds now.
   * @throws EventLogUnavailable
   */
  extent(): Promise<LogExtent>;
  /**
   * The events after a position, in order, at most so many.
   * @throws EventLogUnavailable
   */
  read(after: number, most: number): Promise<readonly LoggedEvent[]>;
  /** Calls when something may have been added; lost and repeated calls do no harm to a reader that also looks itself. */
  onAppend(wake: () => void): void;
  isReady(): Promise<boolean>;
  close(): Promise<void>;
}

export interface LogExtent {
  /** Which log this is; positions of another mean nothing here. */
  readonly id: string;
  /** A reader before this position has missed what has been removed since. */
  readonly removedThrough: number;
  readonly last: number;
  /** Positions after the one and before the other were lost when the log was put back from a backup. @default none */
  readonly gaps?: readonly Gap[];
}

export interface Gap {
  readonly after: number;
  readonly until: number;
}

export class EventLogUnavailable extends Error {
  constructor(options?: ErrorOptions) {
    super('the event log does not answer', options);
    this.name = 'EventLogUnavailable';
  }
}
