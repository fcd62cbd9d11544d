import { ageGroupOf, citizenshipOf, periodsOf, type SubjectSql } from '../shared/statistics/subject';

export const statistics: readonly SubjectSql[] = [
  {
    subject: 'ASSIGNMENTS',
    from: `assignment a JOIN child c ON c.id = a.child_id
      WHERE NOT c.protected_identity AND extract(year FROM a.assigned_on) = $1`,
    dimensions: {
      ...periodsOf('a.assigned_on'),
      COUNTY: 'substr(a.municipality, 1, 2)',
      MUNICIPALITY: 'a.municipality',
      SEX: `coalesce(c.sex, 'UNKNOWN')`,
      AGE_GROUP: ageGroupOf('c.birth_date', 'a.assigned_on'),
      ...citizenshipOf('c.citizenship'),
    },
    crossed: { COUNTY: ['SEX', 'AGE_GROUP'], SEX: ['AGE_GROUP', 'CITIZENSHIP_GROUP', 'CITIZENSHIP'] },
  },
];
