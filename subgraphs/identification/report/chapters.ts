import type { StatisticsDimension } from '../../shared/statistics/dimensions';
import type { StatisticsSubject } from '../../shared/statistics/subjects';

/** One table of the report, asked of the graph as it stands here. */
export interface ReportTable {
  readonly subject: StatisticsSubject;
  readonly by: StatisticsDimension;
  readonly title: string;
  /** Whole country, where the figures per county would hide too much to be published. @default the county */
  readonly national?: true;
  readonly note?: string;
  /** Largest first; otherwise in the order of the categories. */
  readonly ranked?: true;
}

export interface ReportChapter {
  readonly title: string;
  readonly lead: string;
  readonly tables: readonly ReportTable[];
}

const fromHere = 'Räknat i den kommun barnet avvek från, inte i den som det är anvisat till.';
const noOthers = 'Kommuner som inte nämns har inga.';

/** The report from beginning to end: what the plans ask the county to follow (NB, STH). */
export const chapters: readonly ReportChapter[] = [
  {
    title: 'Avvikanden under året',
    lead: 'Hur ofta barn har avvikit från länets kommuner, när, i vilket skede och om samma barn har avvikit flera gånger.',
    tables: [
      { subject: 'ABSCONDINGS', by: 'QUARTER', title: 'Avvikanden per kvartal' },
      { subject: 'ABSCONDINGS', by: 'STAGE', title: 'Avvikanden i ankomstskedet och efter anvisning' },
      {
        subject: 'ABSCONDINGS',
        by: 'ORDER_IN_YEAR',
        title: 'Barn och upprepade avvikanden',
        note: 'Första avvikandet under året är antalet barn. Ett barn som avvikit i ett annat län tidigare under året räknas här bland de upprepade.',
      },
      {
        subject: 'ABSCONDINGS',
        by: 'ASSIGNED_MUNICIPALITY',
        title: 'Avvikanden av barn anvisade till länet, per anvisningskommun',
        note: `Varifrån de än avvek; utan dem som avvek före anvisning. ${noOthers}`,
        ranked: true,
      },
      {
        subject: 'ABSCONDINGS',
        by: 'MUNICIPALITY',
        title: 'Avvikanden per kommun',
        note: `${fromHere} ${noOthers}`,
        ranked: true,
      },
    ],
  },
  {
    title: 'Barnen som avvikit',
    lead: 'Ett barn räknas här en gång för varje avvikande.',
    tables: [
      { subject: 'ABSCONDINGS', by: 'SEX', title: 'Avvikanden efter kön' },
      {
        subject: 'ABSCONDINGS',
        by: 'AGE_GROUP',
        title: 'Avvikanden efter ålder',
        note: 'Ålder den dag barnet avvek, efter den födelsetid socialtjänsten har registrerat.',
      },
    ],
  },
  {
    title: 'Anmälan och utfall',
    lead: 'Polisanmälan ska göras senast 24 timmar efter att det står klart att barnet är borta.',
    tables: [
      {
        subject: 'ABSCONDINGS',
        by: 'REPORTED',
        title: 'Polisanmälan',
        note: 'Tiden räknas från upptäckten, eller från avvikandet när upptäckten inte har registrerats.',
      },
      {
        subject: 'ABSCONDINGS',
        by: 'OUTCOME',
        title: 'Utfall',
        note: 'Som det var känt när året publicerades, inte vid årets slut.',
      },
    ],
  },
  {
    title: 'Borta vid årets slut',
    lead: 'En ögonblicksbild av den 31 december: barn som avvikit under året eller tidigare och fortfarande var borta.',
    tables: [
      { subject: 'CHILDREN_AWAY', by: 'SEX', title: 'Barn som är borta, efter kön' },
      { subject: 'CHILDREN_AWAY', by: 'STAGE', title: 'Barn som är borta, efter skede' },
      {
        subject: 'CHILDREN_AWAY',
        by: 'MUNICIPALITY',
        title: 'Barn som är borta, per kommun',
        note: `${fromHere} ${noOthers}`,
        ranked: true,
      },
    ],
  },
  {
    title: 'Anvisade, påträffade och företrädda',
    lead: 'De andra myndigheternas egna uppgifter. De räknar andra händelser och kan inte läggas ihop med avvikandena.',
    tables: [
      { subject: 'ASSIGNMENTS', by: 'SEX', title: 'Anvisningar till länet, efter kön' },
      { subject: 'ASSIGNMENTS', by: 'AGE_GROUP', title: 'Anvisningar till länet, efter ålder' },
      {
        subject: 'FOUND_EVENTS',
        by: 'FOUND_BY',
        title: 'Påträffanden i länet, efter vem som påträffade barnet',
        note: 'Räknat där barnet fanns; barnet kan ha avvikit från ett annat län.',
      },
      { subject: 'GUARDIAN_APPOINTMENTS', by: 'SEX', title: 'Förordnanden hos länets överförmyndare' },
    ],
  },
  {
    title: 'Hela landet',
    lead: 'Det här publiceras för landet som helhet: per län vore antalen så små att det mesta måste döljas.',
    tables: [
      { subject: 'ABSCONDINGS', by: 'PRESUMED_CAUSE', title: 'Förmodad orsak', national: true },
      { subject: 'ABSCONDINGS', by: 'PLACEMENT_TYPE', title: 'Placering som barnet lämnade', national: true },
      { subject: 'ABSCONDINGS', by: 'TIME_UNTIL_FOUND', title: 'Tid borta', national: true },
      { subject: 'ABSCONDINGS', by: 'AFTER_THREE_MONTHS', title: 'Efter tre månader', national: true },
      {
        subject: 'ABSCONDINGS',
        by: 'NOTED_MISSING',
        title: 'Noterade försvunna när ärendet avslutades',
        national: true,
        note: 'Planerna håller ärendet öppet i minst tre månader.',
      },
      { subject: 'ABSCONDINGS', by: 'FOUND_BY', title: 'Påträffad av', national: true },
      { subject: 'ABSCONDINGS', by: 'FOUND_WHERE', title: 'Påträffad var', national: true },
      { subject: 'ABSCONDINGS', by: 'HARM', title: 'Utsatthet under frånvaron', national: true },
      { subject: 'ABSCONDINGS', by: 'TIME_UNTIL_REPORT', title: 'Tid till polisanmälan', national: true },
      { subject: 'ABSCONDINGS', by: 'MEASURES_OFFERED', title: 'Erbjudna insatser', national: true },
      {
        subject: 'ABSCONDINGS',
        by: 'CITIZENSHIP_GROUP',
        title: 'Medborgarskap, grupper',
        national: true,
      },
      {
        subject: 'ABSCONDINGS',
        by: 'CITIZENSHIP',
        title: 'Medborgarskap',
        national: true,
        ranked: true,
        note: 'Landskoder enligt ISO 3166-1.',
      },
    ],
  },
];
