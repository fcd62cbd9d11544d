import { Child } from './child';
import { FoundEvent } from './foundEvent';
import { MissingPersonReport } from './missingPersonReport';

/** The tables, parents first. */
export const entities = [Child, MissingPersonReport, FoundEvent] as const;
