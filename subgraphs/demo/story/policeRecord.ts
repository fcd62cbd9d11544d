import type { PoliceRecord } from '../../police/records';
import { opaqueId } from '../opaqueId';
import type { StoryFacts } from '../storyFacts';
import type { Calendar } from './calendar';
import { identityOf } from './identityOf';

/** What the police hold; null for a child that nobody reported and no finder met. */
export function toPoliceRecord(id: string, facts: StoryFacts, calendar: Calendar): PoliceRecord | null {
  const { police, foundEvents = [] } = facts;
  if (!police && foundEvents.length === 0) return null;
  return {
    id,
    protectedIdentity: facts.protectedIdentity ?? false,
    identity: identityOf(facts, calendar),
    nationalAlertActive: police !== undefined,
    suspectedVictim: false,
    suspectedOffender: false,
    missingPersonReports: police ? [missingPersonReport(facts, police.reportedAt, calendar)] : [],
    foundEvents: foundEvents.map((event, position) => ({
      id: opaqueId('found', id, position),
      foundIn: event.foundIn,
      at: calendar.instant(event.at, 'RETURN'),
      by: event.by,
      identityKnown: facts.dossierNumber !== undefined,
    })),
  };
}

function missingPersonReport(facts: StoryFacts, reportedAt: string, calendar: Calendar): Report {
  const last = facts.episodes.at(-1);
  return {
    reportNumber: `5000-K${facts.dossierNumber?.slice(3) ?? ''}-DEMO`,
    reportedAt: calendar.instant(reportedAt, 'REPORT'),
    reportedBy: 'god man',
    status: 'OPEN',
    lastSeenPlace: 'boendet',
    lastSeenAt: last ? calendar.instant(last.abscondedAt, 'ABSCONDING') : null,
  };
}

type Report = NonNullable<PoliceRecord['missingPersonReports']>[number];
