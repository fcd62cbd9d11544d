import { GraphQLError } from 'graphql';
import {
  agencyOfSubgraph,
  agencySubgraphs,
  type Agency,
  type AgencySubgraph,
} from '../../../schema/protocol/vocabulary';
import type { SubgraphRequest } from '../../../schema/protocol/transport';
import type { SubgraphContext } from '../../shared/context';

export interface AgencyAnswers<T> {
  readonly answers: ReadonlyMap<AgencySubgraph, T>;
  /** Those that did not answer. */
  readonly unavailable: readonly Agency[];
}

export type AgencyQuestion = Pick<SubgraphRequest, 'query' | 'variables' | 'attestations'>;

type ReadAnswer<T> = (data: Record<string, unknown>, agency: AgencySubgraph) => T;

/**
 * Puts one question to all four agencies at the same moment, on the caller's behalf: each gets the caller's own
 * signed assertion and decides for itself. An agency that is late, broken or answers with an error counts as silent.
 * @throws LIMIT_EXCEEDED when an agency finds the question too wide to answer
 */
export async function askAgencies<T>(
  context: SubgraphContext,
  question: (agency: AgencySubgraph) => AgencyQuestion,
  read: ReadAnswer<T>,
): Promise<AgencyAnswers<T>> {
  const ask = async (agency: AgencySubgraph): Promise<[AgencySubgraph, T] | null> => {
    const answer = await askAgency(context, agency, question(agency), read);
    return answer === null ? null : [agency, answer];
  };
  const asked = await Promise.all(agencySubgraphs.map(ask));
  // In one order, whoever was faster: of two agencies that agree equally well, the first is named as evidence.
  const answers = new Map(asked.filter((answer) => answer !== null));
  const silent = agencySubgraphs.filter((agency) => !answers.has(agency));
  return { answers, unavailable: silent.map((agency) => agencyOfSubgraph[agency]) };
}

/** The same of one agency; null when it is silent. */
export async function askAgency<T>(
  context: SubgraphContext,
  agency: AgencySubgraph,
  question: AgencyQuestion,
  read: ReadAnswer<T>,
): Promise<T | null> {
  const peer = context.peers[agency];
  const answer = await peer?.({ ...question, assertion: context.signedAssertion }).catch(() => null);
  const tooWide = answer?.errors?.find(({ extensions }) => extensions?.['code'] === 'LIMIT_EXCEEDED');
  if (tooWide) throw new GraphQLError(tooWide.message, { extensions: tooWide.extensions });
  return answer?.data && !answer.errors?.length ? read(answer.data, agency) : null;
}
