import { badInput } from '../../shared/writing/badInput';
import type { Given } from '../../shared/writing/given';
import { readText } from '../../shared/writing/readText';
import type { FoundBy, FoundCondition, FoundWhere } from '../vocabulary';

/** Null: nothing was said of it. */
export interface RecordedReturn {
  readonly child: string;
  readonly foundAt: Date | null;
  readonly returnedAt: Date | null;
  readonly foundBy: FoundBy | null;
  readonly foundWhere: FoundWhere | null;
  readonly condition: readonly FoundCondition[] | null;
  readonly measuresOffered: boolean | null;
  readonly conversationOn: string | null;
  readonly happened: string | null;
  readonly whereabouts: string | null;
  readonly company: string | null;
  readonly crimeSuspected: boolean | null;
  readonly expectedVersion: number | null;
}

/** What the child said on coming back. */
export interface ConversationInput {
  readonly heldOn: string;
  readonly happened?: string | null;
  readonly whereabouts?: string | null;
  readonly company?: string | null;
  readonly crimeSuspected: boolean;
}

type Plain = 'foundBy' | 'foundWhere' | 'condition' | 'measuresOffered' | 'expectedVersion';

export type ReturnInput = Given<
  Pick<RecordedReturn, 'child' | Plain> & {
    foundAt: string;
    returnedAt: string;
    conversation: ConversationInput;
  },
  'child'
>;

/** @throws BAD_USER_INPUT */
export function readReturn(input: ReturnInput): RecordedReturn {
  const { foundAt, returnedAt, foundBy = null, foundWhere = null, conversation } = input;
  if (foundAt) demand('foundBy', foundBy);
  if (foundAt) demand('foundWhere', foundWhere);
  return {
    child: readText(input.child, 'child', { most: 100 }),
    foundAt: foundAt ? new Date(foundAt) : null,
    returnedAt: returnedAt ? new Date(returnedAt) : null,
    foundBy,
    foundWhere,
    condition: input.condition ? [...new Set(input.condition)] : null,
    measuresOffered: input.measuresOffered ?? null,
    conversationOn: conversation?.heldOn ?? null,
    happened: readPart(conversation, 'happened'),
    whereabouts: readPart(conversation, 'whereabouts'),
    company: readPart(conversation, 'company'),
    crimeSuspected: conversation?.crimeSuspected ?? null,
    expectedVersion: input.expectedVersion ?? null,
  };
}

function readPart(
  conversation: ConversationInput | null | undefined,
  part: 'happened' | 'whereabouts' | 'company',
): string | null {
  const text = conversation?.[part];
  return text ? readText(text, `conversation.${part}`) : null;
}

/** By whom and where belong to a child that was found (STH, follow-up statistics). */
function demand(field: 'foundBy' | 'foundWhere', value: unknown): void {
  if (value !== null) return;
  throw badInput(field, {
    sv: 'Ange av vem (foundBy) och var (foundWhere) barnet påträffades.',
    en: 'Say by whom (foundBy) and where (foundWhere) the child was found.',
  });
}
