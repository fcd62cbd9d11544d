import { Child } from './child';
import { GuardianReport } from './guardianReport';
import { Guardianship } from './guardianship';

/** The boards' tables, the child first. */
export const entities = [Child, Guardianship, GuardianReport] as const;
