import { randomUUID } from 'node:crypto';
import {
  audienceKind,
  type AudienceAnswer,
  type AudienceQuestion,
  type UpdateAsker,
  type UpdateInQuestion,
} from '../../schema/protocol/events/audience';
import type { LoggedEvent } from '../../schema/protocol/events/caseEventRecord';
import { createGroupCommit } from '../../schema/protocol/groupCommit';
import type { Assertion } from '../../schema/protocol/principal';
import type { Signer } from '../../schema/protocol/signing';
import type { SubgraphTransport } from '../../schema/protocol/transport';

export interface Audience {
  /**
   * Of which of the events the asker may know at this moment, by their ids; null: an agency that must be heard does
   * not answer.
   */
  decide(asker: UpdateAsker, events: readonly LoggedEvent[]): Promise<ReadonlySet<string> | null>;
  /** A municipality that an event named, as the graph shows it. */
  municipality(code: string): object | null;
}

/** How long a decision may take, queueing included, in milliseconds. */
const timeoutMs = 10_000;

/**
 * Puts what all subscribers want to know at one moment into one question: while it is under way, the next is gathered.
 * No decision is kept beyond the question it was made for.
 */
export function createAudience(ask: SubgraphTransport, sign: Signer): Audience {
  const municipalities = new Map<string, object | null>();
  const put = async (wishes: readonly Wish[]): Promise<readonly Verdict[]> => {
    const { groups, places } = gather(wishes);
    const question: AudienceQuestion = {
      groups: groups.map(({ events, askers }) => ({ askers, events: events.map(toQuestion) })),
    };
    const { data, errors } = await ask({
      query: 'query CaseUpdateAudience($question: String!) { caseUpdateAudience(question: $question) }',
      variables: { question: sign(audienceKind, question) },
      assertion: sign('assertion', ownAssertion()),
    });
    const text = data?.['caseUpdateAudience'];
    if (typeof text !== 'string' || errors?.length) throw new Error('who may know of events was not decided');
    const answer = JSON.parse(text) as AudienceAnswer;
    for (const [code, municipality] of Object.entries(answer.municipalities))
      municipalities.set(code, municipality);
    const verdicts = groups.map(({ events }, group) =>
      answer.groups[group]?.map((known) => known && new Set(known.map((place) => events[place]!.id))),
    );
    return places.map(({ group, asker }) => verdicts[group]?.[asker] ?? null);
  };
  const gathered = createGroupCommit(put, {
    timeoutMs,
    onTimeout: () => new Error('no decision in time'),
    largestGroup: 1_000,
    gathers: true,
  });
  return {
    decide: async (asker, events) => {
      const [verdict] = await gathered([{ asker, events }]).catch(() => [null]);
      return verdict ?? null;
    },
    municipality: (code) => municipalities.get(code) ?? null,
  };
}

interface Wish {
  readonly asker: UpdateAsker;
  readonly events: readonly LoggedEvent[];
}

type Verdict = ReadonlySet<string> | null;

interface Gathered {
  readonly groups: readonly { readonly events: readonly LoggedEvent[]; readonly askers: UpdateAsker[] }[];
  /** Of each wish, in their order. */
  readonly places: readonly { readonly group: number; readonly asker: number }[];
}

/** One group for each set of events, each asker once in it. */
function gather(wishes: readonly Wish[]): Gathered {
  const groups: { events: readonly LoggedEvent[]; askers: UpdateAsker[] }[] = [];
  const groupOf = new Map<string, number>();
  const askerOf = new Map<string, number>();
  // Whoever waits at the end of the log and wants all there is has the same page in hand.
  const nameOf = new Map<readonly LoggedEvent[], string>();
  const places = wishes.map(({ asker, events }) => {
    const name = nameOf.get(events) ?? events.map(({ position }) => position).join();
    nameOf.set(events, name);
    const group = groupOf.get(name) ?? groups.push({ events, askers: [] }) - 1;
    groupOf.set(name, group);
    const key = JSON.stringify([group, asker]);
    const place = askerOf.get(key) ?? groups[group]!.askers.push(asker) - 1;
    askerOf.set(key, place);
    return { group, asker: place };
  });
  return { groups, places };
}

function toQuestion({ child, type, municipality, reading }: LoggedEvent): UpdateInQuestion {
  return { child, type, municipality, reading };
}

/** The hub asks for itself: who asks for whom stands in the signed question. */
function ownAssertion(): Assertion {
  return {
    operationId: randomUUID(),
    operationName: 'CaseUpdateAudience',
    principal: { id: 'hub', role: 'INTEGRATOR', agency: 'HUB', municipality: null, acr: null },
    purpose: null,
    caseReference: null,
  };
}
