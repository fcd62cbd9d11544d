import type { LogLine } from '../schema/protocol/jsonLog';

export { createJsonLog } from '../schema/protocol/jsonLog';
export type { LogLine };
export type Log = (line: LogLine) => void;
