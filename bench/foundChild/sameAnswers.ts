import { isDeepStrictEqual } from 'node:util';
import { request } from 'undici';
import type { HttpQuestion } from '../load/driveLoad';

export interface ComparedAnswers {
  /** Questions to which both servers give the same full answer about one child: only then they do the same work. */
  readonly same: readonly HttpQuestion[];
  /** Nobody in particular, for both: too many could be meant. */
  readonly noMatch: number;
  /** Told by the one that knows no secrecy alone. */
  readonly withheld: number;
  /** Told by both, and not the same: of less weight where secrecy hides it, otherwise a fault in either. */
  readonly different: number;
  /** What one of them said instead of an answer. */
  readonly faults: readonly string[];
}

export async function compareAnswers(
  hub: string,
  floor: string,
  questions: readonly HttpQuestion[],
  signal: AbortSignal,
): Promise<ComparedAnswers> {
  const same: HttpQuestion[] = [];
  const faults: string[] = [];
  let [noMatch, withheld, different] = [0, 0, 0];
  for (const question of questions) {
    const [told, known] = await Promise.all([ask(hub, question, signal), ask(floor, question, signal)]);
    const fault = told.errors?.[0] ?? known.errors?.[0];
    if (fault) faults.push(fault.message);
    else if (isDeepStrictEqual(told.data, known.data)) {
      if (isAboutChild(told)) same.push(question);
      else noMatch += 1;
    } else if (!isAboutChild(told) && isAboutChild(known)) withheld += 1;
    else different += 1;
  }
  return { same, noMatch, withheld, different, faults };
}

interface Reply {
  readonly errors?: readonly { readonly message: string }[];
  readonly data?: { readonly identify?: { readonly child: unknown } | null } | null;
}

function isAboutChild({ data }: Reply): boolean {
  return Boolean(data?.identify?.child);
}

async function ask(address: string, { headers, body }: HttpQuestion, signal: AbortSignal): Promise<Reply> {
  const response = await request(`${address}/graphql`, { method: 'POST', headers, body, signal });
  return (await response.body.json()) as Reply;
}
