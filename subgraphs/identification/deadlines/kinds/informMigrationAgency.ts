import { addHours } from '../../../shared/time/stockholm';
import { findCurrentEpisode } from '../../absconding/currentEpisode';
import type { DeadlineRule } from '../deadline';
import { happenedSince } from '../happenedSince';
import { stateOf } from '../stateOf';

/**
 * R12, R13e: social services tell the Migration Agency of every absconding, within 24 hours of the discovery (STH). Of
 * a child who has never applied for asylum there is nothing to tell it.
 */
export const informMigrationAgency: DeadlineRule = (facts, now) => {
  if (!facts.municipality) return { undecidable: ['MUNICIPALITY'] };
  const current = findCurrentEpisode(facts.municipality, facts.police);
  if (current === null) return null;
  if (!facts.migration) return { undecidable: ['MIGRATION_AGENCY'] };
  if (!facts.migration.registered) return null;
  if (!facts.duties?.municipality) return { undecidable: ['MUNICIPALITY'] };
  const { episode, phase } = current;
  const dueAt = addHours(new Date(episode.discoveredAt ?? episode.abscondedAt), 24);
  const done = happenedSince(facts.duties.municipality.migrationAgencyInformedAt, episode.abscondedAt);
  return {
    kind: 'INFORM_MIGRATION_AGENCY_24H',
    dueAt: dueAt.toISOString(),
    owner: 'SOCIAL_SERVICES',
    state: stateOf({ done, cancelled: phase !== 'AWAY', dueAt, now }),
  };
};
