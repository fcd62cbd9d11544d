import { ageGroupOf, citizenshipOf, periodsOf, type SubjectSql } from '../shared/statistics/subject';

const birthDate = `(c.identity #>> '{births,0,date}')::date`;
const zone = `AT TIME ZONE 'Europe/Stockholm'`;

/**
 * All abscondings, each with its place in the child's order, the placement it absconded from, and the municipality
 * that had placed it: after assignment, the one it is assigned to.
 */
const episodes = `(SELECT e.*, c.identity, (e.absconded_at ${zone})::date AS day, coalesce(e.placement_type, p.type) AS placement_at_absconding,
    CASE WHEN NOT e.arrival_stage THEN p.placed_by END AS assigned_to,
    coalesce(e.found_at, e.returned_at) AS found_or_back_at,
    row_number() OVER (PARTITION BY e.child_id ORDER BY e.absconded_at, e.id) AS nth,
    row_number() OVER (PARTITION BY e.child_id, extract(year FROM e.absconded_at ${zone})
      ORDER BY e.absconded_at, e.id) AS nth_in_year
  FROM absconding_episode e JOIN child c ON c.id = e.child_id
    LEFT JOIN LATERAL (SELECT p.type, p.placed_by FROM placement p WHERE p.child_id = e.child_id
      AND p.since <= (e.absconded_at ${zone})::date AND (p.until IS NULL OR p.until >= (e.absconded_at ${zone})::date)
      ORDER BY p.since DESC, p.id DESC LIMIT 1) p ON true
  WHERE NOT c.protected_identity)`;

const place = {
  COUNTY: 'substr(c.absconded_from, 1, 2)',
  MUNICIPALITY: 'c.absconded_from',
  ASSIGNED_COUNTY: `coalesce(substr(c.assigned_to, 1, 2), 'UNKNOWN')`,
  ASSIGNED_MUNICIPALITY: `coalesce(c.assigned_to, 'UNKNOWN')`,
};

const who = {
  SEX: `coalesce(c.identity ->> 'sex', 'UNKNOWN')`,
  AGE_GROUP: ageGroupOf(birthDate, 'c.day'),
  ...citizenshipOf('c.citizenship'),
  STAGE: `CASE WHEN c.arrival_stage THEN 'ARRIVAL' ELSE 'ASSIGNED' END`,
  PLACEMENT_TYPE: `coalesce(c.placement_at_absconding, 'UNKNOWN')`,
  PRESUMED_CAUSE: `coalesce(c.presumed_cause, 'UNKNOWN')`,
};

const threeMonthsOn = `((c.day + interval '3 months') ${zone})`;

function reportedWithin(interval: string): string {
  return `c.reported_to_police_at <= coalesce(c.discovered_at, c.absconded_at) + interval '${interval}'`;
}

/** What the Stockholm plan has social services register at absconding and at follow-up (R23, R25). */
export const statistics: readonly SubjectSql[] = [
  {
    subject: 'ABSCONDINGS',
    from: `${episodes} c WHERE extract(year FROM c.day) = $1`,
    dimensions: {
      ...periodsOf('c.day'),
      ...place,
      ...who,
      ORDER_IN_YEAR: `CASE WHEN c.nth_in_year = 1 THEN 'FIRST' ELSE 'REPEATED' END`,
      ORDER: `CASE c.nth WHEN 1 THEN 'FIRST' WHEN 2 THEN 'SECOND' ELSE 'LATER' END`,
      REPORTED: `CASE WHEN c.reported_to_police_at IS NULL THEN 'NOT'
        WHEN ${reportedWithin('24 hours')} THEN 'WITHIN_24H'
        ELSE 'LATER' END`,
      TIME_UNTIL_REPORT: `CASE WHEN c.reported_to_police_at IS NULL THEN 'NOT'
        ${[6, 12, 24].map((hours) => `WHEN ${reportedWithin(`${hours} hours`)} THEN 'WITHIN_${hours}H'`).join(' ')}
        WHEN ${reportedWithin('72 hours')} THEN 'WITHIN_3D' ELSE 'LATER' END`,
      OUTCOME: `CASE WHEN c.returned_at IS NOT NULL THEN 'RETURNED' WHEN c.found_at IS NOT NULL THEN 'FOUND'
        WHEN c.left_country_confirmed_at IS NOT NULL THEN 'ABROAD' ELSE 'AWAY' END`,
      TIME_UNTIL_FOUND: `CASE WHEN c.found_or_back_at IS NULL THEN 'NOT'
        WHEN c.found_or_back_at <= c.absconded_at + interval '24 hours' THEN 'WITHIN_24H'
        WHEN c.found_or_back_at <= c.absconded_at + interval '7 days' THEN 'WITHIN_7D'
        WHEN c.found_or_back_at < ${threeMonthsOn} THEN 'WITHIN_3M' ELSE 'LATER' END`,
      FOUND_BY: `coalesce(c.found_by, CASE WHEN c.found_or_back_at IS NULL THEN 'NONE' ELSE 'OTHER' END)`,
      FOUND_WHERE: `coalesce(c.found_where, 'NONE')`,
      CONDITION: `CASE WHEN cardinality(c.condition) > 0 THEN 'NOTED' ELSE 'NOT_NOTED' END`,
      HARM: `CASE cardinality(c.condition) WHEN 0 THEN 'NONE' WHEN 1 THEN c.condition[1] ELSE 'SEVERAL' END`,
      MEASURES_OFFERED: `CASE c.measures_offered WHEN true THEN 'YES' WHEN false THEN 'NO' ELSE 'UNKNOWN' END`,
      AFTER_THREE_MONTHS: `CASE WHEN c.found_or_back_at < ${threeMonthsOn} THEN 'FOUND'
        WHEN ${threeMonthsOn} > now() THEN 'UNDECIDED' ELSE 'MISSING' END`,
      NOTED_MISSING: `CASE WHEN c.noted_missing_on IS NULL THEN 'NOT'
        WHEN c.noted_missing_on < c.day + interval '3 months' THEN 'BEFORE_3M' ELSE 'FROM_3M' END`,
    },
    crossed: {
      COUNTY: ['SEX', 'AGE_GROUP', 'STAGE', 'ORDER_IN_YEAR', 'REPORTED', 'OUTCOME', 'QUARTER'],
      SEX: ['AGE_GROUP', 'STAGE', 'ORDER_IN_YEAR', 'PRESUMED_CAUSE', 'PLACEMENT_TYPE', 'OUTCOME'],
      ORDER_IN_YEAR: ['AGE_GROUP', 'STAGE'],
    },
  },
  {
    subject: 'CHILDREN_AWAY',
    // A child is away once, in the episode that is running.
    from: `(SELECT DISTINCT ON (away.child_id) away.* FROM ${episodes} away
      WHERE away.absconded_at < make_timestamptz($1 + 1, 1, 1, 0, 0, 0, 'Europe/Stockholm')
        AND (away.returned_at IS NULL OR away.returned_at >= make_timestamptz($1 + 1, 1, 1, 0, 0, 0, 'Europe/Stockholm'))
        AND (away.left_country_confirmed_at IS NULL
          OR away.left_country_confirmed_at >= make_timestamptz($1 + 1, 1, 1, 0, 0, 0, 'Europe/Stockholm'))
      ORDER BY away.child_id, away.absconded_at DESC) c`,
    dimensions: { ...place, ...who },
    crossed: { COUNTY: ['SEX', 'STAGE'], SEX: ['AGE_GROUP', 'STAGE'] },
  },
];
