import type { EntityManager } from 'typeorm';

/** To be looked at now. One that another process is just looking at is looked at once more. */
export async function watch(manager: EntityManager, children: readonly string[], now: Date): Promise<void> {
  if (children.length === 0) return;
  await manager.query(
    `INSERT INTO duty_watch (child, next_at) SELECT child, $2 FROM unnest($1::text[]) AS given (child) ORDER BY child
     ON CONFLICT (child) DO UPDATE SET next_at = least(duty_watch.next_at, excluded.next_at), claimed_until = NULL,
       marks = duty_watch.marks + 1`,
    [children, now],
  );
}
