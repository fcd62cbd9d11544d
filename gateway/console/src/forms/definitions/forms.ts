import type { CaseForm } from '../caseForm';
import { abscondingForm } from './absconding';
import { closingForm, consultationForm } from './closing';
import { guardianAbscondingForm, guardianReturnForm } from './guardianReports';
import { policeReportForm } from './policeReport';
import { returnForm } from './returned';

/** In the order in which a case has need of them. */
export const caseForms: readonly CaseForm[] = [
  abscondingForm,
  policeReportForm,
  guardianAbscondingForm,
  returnForm,
  guardianReturnForm,
  consultationForm,
  closingForm,
];
