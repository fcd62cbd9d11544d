import { Child } from './child';
import { Guardianship } from './guardianship';

/** The boards' tables, the child first. */
export const entities = [Child, Guardianship] as const;
