import type { HubAnswer } from '../../harness/hub';

/** Everything of an answer that a client can see. */
export function wholeAnswer({
  status,
  headers,
  text,
}: Pick<HubAnswer, 'status' | 'headers' | 'text'>): string {
  const lines = [...headers].map(([name, value]) => `${name}: ${value}`);
  return [status, ...lines, '', text].join('\n');
}
