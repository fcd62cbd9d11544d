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
      SEX: `coalesce(c.identity ->> 'sex', 'UNKNOWN')`,
    },
    crossed: { COUNTY: ['SEX', 'FOUND_BY'], SEX: ['FOUND_BY'] },
  },
];
