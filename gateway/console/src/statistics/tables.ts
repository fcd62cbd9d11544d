import type { StatisticsDimension, StatisticsSubject } from '../../../../schema/console/operations';

interface Published {
  readonly alone: readonly StatisticsDimension[];
  readonly crossed: Readonly<Partial<Record<StatisticsDimension, readonly StatisticsDimension[]>>>;
}

/** Which tables each subject is published in, so that only those are offered. The hub says so as well when it has none. */
export const tables: Readonly<Record<StatisticsSubject, Published>> = {
  ABSCONDINGS: {
    alone: [
      ...([
        'COUNTY',
        'MUNICIPALITY',
        'MONTH',
        'QUARTER',
        'SEX',
        'AGE_GROUP',
        'CITIZENSHIP_GROUP',
        'CITIZENSHIP',
        'STAGE',
      ] as const),
      ...([
        'ASSIGNED_COUNTY',
        'ASSIGNED_MUNICIPALITY',
        'TIME_UNTIL_REPORT',
        'HARM',
        'NOTED_MISSING',
      ] as const),
      ...(['PLACEMENT_TYPE', 'PRESUMED_CAUSE', 'ORDER_IN_YEAR', 'ORDER', 'REPORTED', 'OUTCOME'] as const),
      ...(['TIME_UNTIL_FOUND', 'FOUND_BY', 'FOUND_WHERE', 'CONDITION', 'MEASURES_OFFERED'] as const),
      'AFTER_THREE_MONTHS',
    ],
    crossed: {
      COUNTY: ['SEX', 'AGE_GROUP', 'STAGE', 'ORDER_IN_YEAR', 'REPORTED', 'OUTCOME', 'QUARTER'],
      SEX: ['AGE_GROUP', 'STAGE', 'ORDER_IN_YEAR', 'PRESUMED_CAUSE', 'PLACEMENT_TYPE', 'OUTCOME'],
      ORDER_IN_YEAR: ['AGE_GROUP', 'STAGE'],
    },
  },
  CHILDREN_AWAY: {
    alone: [
      ...(['COUNTY', 'MUNICIPALITY', 'ASSIGNED_COUNTY', 'ASSIGNED_MUNICIPALITY'] as const),
      ...(['SEX', 'AGE_GROUP', 'CITIZENSHIP_GROUP', 'CITIZENSHIP'] as const),
      ...(['STAGE', 'PLACEMENT_TYPE', 'PRESUMED_CAUSE'] as const),
    ],
    crossed: { COUNTY: ['SEX', 'STAGE'], SEX: ['AGE_GROUP', 'STAGE'] },
  },
  ASSIGNMENTS: {
    alone: [
      ...(['COUNTY', 'MUNICIPALITY', 'MONTH', 'QUARTER', 'SEX', 'AGE_GROUP'] as const),
      ...(['CITIZENSHIP_GROUP', 'CITIZENSHIP'] as const),
    ],
    crossed: { COUNTY: ['SEX', 'AGE_GROUP'], SEX: ['AGE_GROUP', 'CITIZENSHIP_GROUP', 'CITIZENSHIP'] },
  },
  FOUND_EVENTS: {
    alone: ['COUNTY', 'MUNICIPALITY', 'MONTH', 'QUARTER', 'FOUND_BY', 'SUSPECTED_VICTIM', 'SEX'],
    crossed: { COUNTY: ['SEX', 'FOUND_BY'], SEX: ['FOUND_BY'] },
  },
  GUARDIAN_APPOINTMENTS: {
    alone: ['COUNTY', 'MUNICIPALITY', 'MONTH', 'QUARTER', 'SEX'],
    crossed: { COUNTY: ['SEX'] },
  },
};

/** What a dimension can be crossed with, in either order. */
export function partnersOf(
  subject: StatisticsSubject,
  dimension: StatisticsDimension,
): StatisticsDimension[] {
  const { alone, crossed } = tables[subject];
  return alone.filter((other) => crossed[dimension]?.includes(other) || crossed[other]?.includes(dimension));
}
