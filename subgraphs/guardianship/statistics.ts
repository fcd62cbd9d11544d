import { periodsOf, type SubjectSql } from '../shared/statistics/subject';

export const statistics: readonly SubjectSql[] = [
  {
    subject: 'GUARDIAN_APPOINTMENTS',
    from: `guardianship g JOIN child c ON c.id = g.child_id
      WHERE NOT c.protected_identity AND extract(year FROM g.appointed_on) = $1`,
    dimensions: {
      ...periodsOf('g.appointed_on'),
      COUNTY: 'substr(g.board_municipality, 1, 2)',
      MUNICIPALITY: 'g.board_municipality',
      SEX: `coalesce(c.identity ->> 'sex', 'UNKNOWN')`,
    },
    crossed: { COUNTY: ['SEX'] },
  },
];
