import type { FieldSql } from '../../shared/loading/rowLoader';
import { judgedObject } from '../../shared/loading/judgedObject';

const columns = {
  heightCm: 'd.height_cm',
  build: 'd.build',
  hair: 'd.hair',
  eyes: 'd.eyes',
  marks: 'd.marks',
  clothing: 'd.clothing',
  photoUrl: 'd.photo_url',
  updatedOn: 'd.updated_on',
};

export const description: FieldSql = (gate) =>
  `(SELECT ${judgedObject(gate, 'ChildDescription', columns)} FROM child_description d WHERE d.child_id = c.id)`;
