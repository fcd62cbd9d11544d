import type { SubgraphDefinition } from '../shared/server/createSubgraph';
import { startJobs } from './clock/startJobs';
import { BreakGlass } from './entities/breakGlass';
import { ChildLink } from './entities/childLink';
import { Consent } from './entities/consent';
import { DeadLetter } from './entities/deadLetter';
import { DisclosureRequest } from './entities/disclosureRequest';
import { DutyCall } from './entities/dutyCall';
import { DutyEvent } from './entities/dutyEvent';
import { DutyPosition } from './entities/dutyPosition';
import { DutyWatch } from './entities/dutyWatch';
import { FailedSearch } from './entities/failedSearch';
import { FishingAlarm } from './entities/fishingAlarm';
import { Identification } from './entities/identification';
import { LinkedChild } from './entities/linkedChild';
import { OwnerNotice } from './entities/ownerNotice';
import { LogReview } from './entities/logReview';
import { ReadingWatch } from './entities/readingWatch';
import { SearchBudget } from './entities/searchBudget';
import { Webhook } from './entities/webhook';
import { openHubResources, type HubResources } from './hubResources';
import { CreateIdentification1767225600000 } from './migrations/1767225600000-createIdentification';
import { CreateGrants1767312000000 } from './migrations/1767312000000-createGrants';
import { CreateSearchBudget1767398400000 } from './migrations/1767398400000-createSearchBudget';
import { CreateLinks1767571200000 } from './migrations/1767571200000-createLinks';
import { AddRevocation1767571200001 } from './migrations/1767571200001-addRevocation';
import { CreateLogReview1767571200002 } from './migrations/1767571200002-createLogReview';
import { CreateReadingWatch1767574800000 } from './migrations/1767574800000-createReadingWatch';
import { CreateWebhooks1767574800001 } from './migrations/1767574800001-createWebhooks';
import { CreateDutyClock1767800000000 } from './migrations/1767800000000-createDutyClock';
import { AccessLogResolver } from './resolvers/accessLog';
import { AcknowledgeDutyResolver } from './resolvers/acknowledgeDuty';
import { ActorResolver } from './resolvers/actor';
import { BreakGlassFields } from './resolvers/breakGlass';
import { CaseUpdateResolver } from './resolvers/caseUpdate';
import { ChangeReferencesResolver } from './resolvers/changeReferences';
import { ChildLinkResolver } from './resolvers/childLink';
import { CaseloadResolver } from './resolvers/caseload';
import { ComputedResolver, ResponsibilityResolver } from './resolvers/computed';
import { ConsentResolver } from './resolvers/consent';
import { DirectoryResolver } from './resolvers/directory';
import { DisclosureResolver } from './resolvers/disclosure';
import { DisclosureRequestFields } from './resolvers/disclosureRequest';
import { DutyContactResolver } from './resolvers/dutyContact';
import { EmergencyResolver } from './resolvers/emergency';
import { FishingAlarmResolver } from './resolvers/fishingAlarms';
import { LogReviewResolver } from './resolvers/logReview';
import { FoundEvent, FoundEventResolver } from './resolvers/foundEvent';
import { GuidanceResolver } from './resolvers/identification';
import { IdentifyResolver } from './resolvers/identify';
import { LegalBasisResolver } from './resolvers/legalBasis';
import { WebhookResolver } from './resolvers/webhook';
import { WebhookUpdateResolver } from './resolvers/webhookUpdate';
import { RoutineStepResolver } from './resolvers/routineStep';
import { StatisticsResolver } from './resolvers/statistics';
import { retention } from './retention/rules';
import { traces } from './retention/traces';
import { watchReadings } from './updates/watchReadings';

/** The hub's own graph: who the child is, who is responsible, whom to call. It holds no register. */
export const identification: SubgraphDefinition = {
  name: 'identification',
  resolvers: [
    ActorResolver,
    IdentifyResolver,
    CaseloadResolver,
    GuidanceResolver,
    FoundEventResolver,
    ComputedResolver,
    AcknowledgeDutyResolver,
    ResponsibilityResolver,
    DirectoryResolver,
    DutyContactResolver,
    RoutineStepResolver,
    LegalBasisResolver,
    AccessLogResolver,
    FishingAlarmResolver,
    StatisticsResolver,
    LogReviewResolver,
    DisclosureResolver,
    DisclosureRequestFields,
    ConsentResolver,
    EmergencyResolver,
    BreakGlassFields,
    CaseUpdateResolver,
    ChildLinkResolver,
    ChangeReferencesResolver,
    WebhookResolver,
    WebhookUpdateResolver,
  ],
  // Reached from no query of its own: the police answer with it.
  orphanedTypes: [FoundEvent],
  entities: [
    Identification,
    Consent,
    DisclosureRequest,
    BreakGlass,
    OwnerNotice,
    SearchBudget,
    FailedSearch,
    FishingAlarm,
    LogReview,
    ChildLink,
    LinkedChild,
    ReadingWatch,
    Webhook,
    DeadLetter,
    DutyWatch,
    DutyEvent,
    DutyCall,
    DutyPosition,
  ],
  migrations: [
    CreateIdentification1767225600000,
    CreateGrants1767312000000,
    CreateSearchBudget1767398400000,
    CreateLinks1767571200000,
    AddRevocation1767571200001,
    CreateLogReview1767571200002,
    CreateReadingWatch1767574800000,
    CreateWebhooks1767574800001,
    CreateDutyClock1767800000000,
  ],
  retention,
  traces,
  openResources: openHubResources,
  startWork: ({ database, resources, now, log }) => {
    const { audit } = resources as HubResources;
    return audit && watchReadings(database, audit, now, log);
  },
  startJobs,
  sources: { fields: {} },
  // The reference carries the agencies' facts that `@requires` asked for.
  resolveChild: (reference) => reference,
};

export { ownRecords } from './retention/ownRecords';
