import { readForm } from '../../shared/forms/readForm';
import foundChildJson from './foundChildQuestions.json';
import missingPersonJson from './missingPersonQuestions.json';

/** What the police ask whoever reports a child missing (VG, SUN). */
export const missingPersonForm = readForm(missingPersonJson);

/** What a finder asks and notes (STH). */
export const foundChildForm = readForm(foundChildJson);
