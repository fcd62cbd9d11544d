import { periodsOf, type SubjectSql } from '../shared/statistics/subject';

const day = `(f.at AT TIME ZONE 'Europe/Stockholm')::date`;

export const statistics: readonly SubjectSql[] = [
  {
    subject: 'FOUND_EVENTS',
    from: `found_event f JOIN child c ON c.id = f.child_id
      WHERE NOT c.protected_identity AND f.identity_known AND extract(year FROM ${day}) = $1`,
    dimensions: {
      ...periodsOf(day),
      COUNTY: 'substr(f.found_in, 1, 2)',
      MUNICIPALITY: 'f.found_in',
      FOUND_BY: 'f.by',
      // As the police hold it when the year is counted.
      SUSPECTED_VICTIM: `CASE WHEN c.suspected_victim THEN 'YES' ELSE 'NO' END`,
      SEX: `coalesce(c.identity ->> 'sex', 'UNKNOWN')`,
    },
    crossed: { COUNTY: ['SEX', 'FOUND_BY'], SEX: ['FOUND_BY'] },
  },
];
