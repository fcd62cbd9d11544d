import type { SubgraphContext } from '../../shared/context';
import type { FieldSql } from '../../shared/loading/rowLoader';
import { jsonObject, judgedObject } from '../../shared/loading/judgedObject';
import type { ChildDescription } from '../resolvers/childDescription';

const columns = {
  heightCm: 'd.height_cm',
  build: 'd.build',
  hair: 'd.hair',
  eyes: 'd.eyes',
  marks: 'd.marks',
  clothing: 'd.clothing',
  photoUrl: 'd.photo_url',
  updatedOn: 'd.updated_on',
  version: 'd.version',
};

export const description: FieldSql = (gate) =>
  `(SELECT ${judgedObject(gate, 'ChildDescription', columns)} FROM child_description d WHERE d.child_id = c.id)`;

/** The description as whoever has just recorded it sees it. */
export async function readOwnDescription(context: SubgraphContext, child: string): Promise<ChildDescription> {
  const [row] = await context.query<{ record: ChildDescription }>(
    `SELECT ${jsonObject(columns)} AS record FROM child_description d WHERE d.child_id = $1`,
    [child],
  );
  return row!.record;
}
