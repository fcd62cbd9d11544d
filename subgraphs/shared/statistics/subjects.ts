import type { Agency, AgencySubgraph } from '../../../schema/protocol/vocabulary';
import type { Text } from '../../../schema/protocol/text';

/** What can be counted. */
export const statisticsSubjects = [
  'ABSCONDINGS',
  'CHILDREN_AWAY',
  'ASSIGNMENTS',
  'FOUND_EVENTS',
  'GUARDIAN_APPOINTMENTS',
] as const;
export type StatisticsSubject = (typeof statisticsSubjects)[number];

/** A flow is what happened during the year; a stock is how it was at the end of 31 December. */
export type StatisticsKind = 'FLOW' | 'STOCK';

export interface SubjectText {
  readonly agency: AgencySubgraph;
  readonly owner: Agency;
  readonly kind: StatisticsKind;
  readonly title: Text;
  readonly definition: Text;
}

export const subjectTexts: Readonly<Record<StatisticsSubject, SubjectText>> = {
  ABSCONDINGS: {
    agency: 'municipality',
    owner: 'MUNICIPALITY',
    kind: 'FLOW',
    title: { sv: 'Avvikanden', en: 'Abscondings' },
    definition: {
      sv: 'Varje gång ett ensamkommande barn lämnat sin placering och inte gått att nå, räknat på den dag barnet avvek och den kommun det avvek från, även i ankomstskedet. Samma barn räknas flera gånger; antalet barn ges av ORDER_IN_YEAR = FIRST.',
      en: 'Each time an unaccompanied child left its placement and could not be reached, counted on the day and in the municipality it absconded from, the arrival stage included. A child counts several times; ORDER_IN_YEAR = FIRST gives the number of children.',
    },
  },
  CHILDREN_AWAY: {
    agency: 'municipality',
    owner: 'MUNICIPALITY',
    kind: 'STOCK',
    title: { sv: 'Barn som är borta', en: 'Children away' },
    definition: {
      sv: 'Barn som vid utgången av den 31 december hade avvikit och inte återkommit och inte bekräftats ha lämnat landet. En ögonblicksbild: den kan inte läggas ihop med andra år.',
      en: 'Children who at the end of 31 December had absconded, had not returned and were not confirmed to have left the country. A snapshot: it cannot be added to other years.',
    },
  },
  ASSIGNMENTS: {
    agency: 'migration',
    owner: 'MIGRATION_AGENCY',
    kind: 'FLOW',
    title: { sv: 'Anvisningar', en: 'Assignments' },
    definition: {
      sv: 'Beslut om anvisning till en kommun under året, också en ny anvisning av ett barn som anvisats förut.',
      en: 'Assignments to a municipality during the year, also a new one of a child that was assigned before.',
    },
  },
  FOUND_EVENTS: {
    agency: 'police',
    owner: 'POLICE',
    kind: 'FLOW',
    title: { sv: 'Påträffanden', en: 'Found events' },
    definition: {
      sv: 'Registrerade påträffanden under året av barn vars identitet är känd, räknade i den kommun där barnet fanns.',
      en: 'Registered found events during the year of children whose identity is known, counted in the municipality of finding.',
    },
  },
  GUARDIAN_APPOINTMENTS: {
    agency: 'guardianship',
    owner: 'GUARDIANSHIP_BOARD',
    kind: 'FLOW',
    title: { sv: 'Förordnanden', en: 'Guardian appointments' },
    definition: {
      sv: 'Förordnanden av god man, förordnad förmyndare eller särskilt förordnad vårdnadshavare under året, räknade hos den överförmyndare som förordnat.',
      en: 'Appointments of a guardian or custodian during the year, counted at the board that appointed.',
    },
  },
};
