import type { DemoChild } from './demoChild';
import { createCalendar } from './story/calendar';
import { toGuardianshipRecord } from './story/guardianshipRecord';
import { toMigrationRecord } from './story/migrationRecord';
import { toMunicipalityRecord } from './story/municipalityRecord';
import { toPoliceRecord } from './story/policeRecord';
import { opaqueId } from './opaqueId';
import { storyFacts } from './storyFacts';

/** The children that the demo speaks of by name, as of the given moment. */
export function storyChildren(now: Date): DemoChild[] {
  const calendar = createCalendar(now);
  return storyFacts.map((facts) => {
    const id = storyChildId(facts.key);
    return {
      key: facts.key,
      id,
      migration: toMigrationRecord(id, facts, calendar),
      municipality: toMunicipalityRecord(id, facts, calendar),
      police: toPoliceRecord(id, facts, calendar),
      guardianship: toGuardianshipRecord(id, facts, calendar),
    };
  });
}

/** The id of a demo child, the same at every loading. */
export function storyChildId(key: string): string {
  return opaqueId('story', key);
}
