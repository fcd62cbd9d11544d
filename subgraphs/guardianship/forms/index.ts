import { readForm } from '../../shared/forms/readForm';
import abscondingJson from './abscondingQuestions.json';
import returnJson from './returnQuestions.json';

/** What a guardian tells the board about a child that has disappeared (VG). */
export const abscondingForm = readForm(abscondingJson);

/** What a guardian tells the board about a child that is back (VG). */
export const returnForm = readForm(returnJson);
