import type { StatisticsDimension, StatisticsSubject } from '../../../../schema/console/operations';
import type { Text } from '../text/text';

export const subjectTexts: Readonly<Record<StatisticsSubject, Text>> = {
  ABSCONDINGS: { sv: 'Avvikanden', en: 'Abscondings' },
  CHILDREN_AWAY: { sv: 'Barn som var borta vid årets slut', en: 'Children away at the end of the year' },
  ASSIGNMENTS: { sv: 'Anvisningar', en: 'Assignments' },
  FOUND_EVENTS: { sv: 'Påträffanden', en: 'Found events' },
  GUARDIAN_APPOINTMENTS: { sv: 'Förordnanden av god man', en: 'Guardian appointments' },
};

export const dimensionTexts: Readonly<Record<StatisticsDimension, Text>> = {
  QUARTER: { sv: 'Kvartal', en: 'Quarter' },
  MONTH: { sv: 'Månad', en: 'Month' },
  COUNTY: { sv: 'Län', en: 'County' },
  MUNICIPALITY: { sv: 'Kommun', en: 'Municipality' },
  ASSIGNED_COUNTY: { sv: 'Anvisningskommunens län', en: 'County of the assigned municipality' },
  ASSIGNED_MUNICIPALITY: { sv: 'Anvisningskommun', en: 'Assigned municipality' },
  STAGE: { sv: 'Skede', en: 'Stage' },
  SEX: { sv: 'Kön', en: 'Sex' },
  AGE_GROUP: { sv: 'Ålder', en: 'Age' },
  CITIZENSHIP_GROUP: { sv: 'Medborgarskap, grupp', en: 'Citizenship, group' },
  CITIZENSHIP: { sv: 'Medborgarskap', en: 'Citizenship' },
  PLACEMENT_TYPE: { sv: 'Placeringsform', en: 'Placement' },
  PRESUMED_CAUSE: { sv: 'Förmodad orsak', en: 'Presumed cause' },
  ORDER_IN_YEAR: { sv: 'Första eller ny gång under året', en: 'First or repeated in the year' },
  ORDER: { sv: 'Vilken gång för barnet', en: 'Which time for the child' },
  REPORTED: { sv: 'Polisanmält', en: 'Reported to the police' },
  TIME_UNTIL_REPORT: { sv: 'Tid till polisanmälan', en: 'Time until reported to the police' },
  OUTCOME: { sv: 'Hur det gick', en: 'Outcome' },
  TIME_UNTIL_FOUND: { sv: 'Tid till påträffande', en: 'Time until found' },
  FOUND_BY: { sv: 'Påträffad av', en: 'Found by' },
  FOUND_WHERE: { sv: 'Påträffad var', en: 'Found where' },
  CONDITION: { sv: 'Utsatthet under tiden', en: 'Harm while away' },
  HARM: { sv: 'Utsatthetens slag', en: 'Kind of harm while away' },
  MEASURES_OFFERED: { sv: 'Erbjudna insatser', en: 'Help offered' },
  SUSPECTED_VICTIM: { sv: 'Misstänkt brottsoffer', en: 'Suspected victim of a crime' },
  AFTER_THREE_MONTHS: { sv: 'Efter tre månader', en: 'After three months' },
  NOTED_MISSING: {
    sv: 'Noterat försvunnet när ärendet avslutades',
    en: 'Noted as missing when the case was closed',
  },
};
