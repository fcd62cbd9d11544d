import type { Pool } from 'undici';
import type { HttpQuestion } from './driveLoad';

/** Asks once; false for another status than 200, and for an answer with errors. */
export async function isAnswered(
  pool: Pool,
  { headers, body }: HttpQuestion,
  signal: AbortSignal,
): Promise<boolean> {
  const response = await pool.request({ method: 'POST', path: '/graphql', headers, body, signal });
  const text = await response.body.text();
  return response.statusCode === 200 && !text.includes('"errors":');
}
