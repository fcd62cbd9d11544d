import { Child } from './child';
import { FoundEvent } from './foundEvent';
import { MissingPersonReport } from './missingPersonReport';
import { ReportSupplement } from './reportSupplement';

/** The tables, parents first. */
export const entities = [Child, MissingPersonReport, ReportSupplement, FoundEvent] as const;
