import { agencySubgraphs, type AgencySubgraph } from '../../../schema/protocol/vocabulary';
import { askDuty } from './askDuty';
import type { ClockParts } from './clockParts';
import { watch } from './watch';

const batch = 500;

/** An agency did not say what the sweep needs; what was found so far is kept, and the sweep is to be made again. */
export class SweepIncomplete extends Error {}

/** Marks the children in whose cases something has happened since the agencies were last asked. */
export async function sweepChanges(parts: ClockParts): Promise<void> {
  const { database, stopping } = parts;
  for (let more = true; more;) {
    stopping?.throwIfAborted();
    const rows = await database.query<{ agency: AgencySubgraph; position: string }[]>(
      'SELECT agency, position FROM duty_position',
    );
    const after = new Map(rows.map(({ agency, position }) => [agency, position]));
    const answers = await askDuty(parts, (agency) => ({
      query: `query DutyChanges($after: String, $first: Int!) {
        ${agency}DutyChanges(after: $after, first: $first) { children position } }`,
      variables: { after: after.get(agency) ?? null, first: batch },
    }));
    more = false;
    for (const [agency, data] of answers) {
      const { children, position } = data[`${agency}DutyChanges`] as { children: string[]; position: string };
      if (after.get(agency) === position) continue;
      await database.transaction(async (manager) => {
        await watch(manager, children, parts.now());
        await manager.query(
          `INSERT INTO duty_position (agency, position) VALUES ($1, $2)
           ON CONFLICT (agency) DO UPDATE SET position = excluded.position`,
          [agency, position],
        );
      });
      more ||= children.length > 0;
    }
  }
}

/**
 * Marks every child about whom an agency says that something may be due: what no event told, such as a register that
 * was loaded, is found so.
 * @throws SweepIncomplete
 */
export async function sweepAll(parts: ClockParts): Promise<void> {
  const silent = new Set<AgencySubgraph>();
  for (const agency of agencySubgraphs) {
    for (let after = '', full = true; full;) {
      parts.stopping?.throwIfAborted();
      const answers = await askDuty(parts, (asked) =>
        asked === agency
          ? {
              query: `query DutyChildren($after: ID!, $first: Int!) { ${agency}DutyChildren(after: $after, first: $first) }`,
              variables: { after, first: batch },
            }
          : null,
      );
      const children = answers.get(agency)?.[`${agency}DutyChildren`] as string[] | undefined;
      if (!children) silent.add(agency);
      else await watch(parts.database.manager, children, parts.now());
      full = children?.length === batch;
      after = children?.at(-1) ?? after;
    }
  }
  if (silent.size > 0) throw new SweepIncomplete(`no answer from ${[...silent].join(', ')}`);
}
