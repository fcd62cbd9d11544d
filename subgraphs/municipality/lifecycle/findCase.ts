import type { SubgraphContext } from '../../shared/context';
import { jsonObject } from '../../shared/loading/judgedObject';
import type { SocialCase } from '../resolvers/socialCase';
import { socialCaseColumns } from '../sources/socialCase';

/** The case as it is now, for whoever has just changed it. */
export async function findCase({ query }: Pick<SubgraphContext, 'query'>, id: string): Promise<SocialCase> {
  const [row] = (await query<{ record: SocialCase }>(
    `SELECT ${jsonObject(socialCaseColumns)} AS record FROM social_case s WHERE s.id = $1`,
    [id],
  )) as [{ record: SocialCase }];
  return row.record;
}
