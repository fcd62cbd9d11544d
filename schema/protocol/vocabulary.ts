/** The closed word lists that the gateway, the subgraphs and the access matrix share with the public contract. */

export const agencies = [
  'MIGRATION_AGENCY',
  'MUNICIPALITY',
  'POLICE',
  'GUARDIANSHIP_BOARD',
  'COUNTY_BOARD',
  'NGO',
  'SCHOOL',
  'HEALTH_CARE',
  'INTEGRATOR',
  'HUB',
] as const;
export type Agency = (typeof agencies)[number];

export const roles = [
  'SOCIAL_WORKER',
  'SOCIAL_EMERGENCY',
  'OUTREACH_WORKER',
  'POLICE_OFFICER',
  'POLICE_INVESTIGATOR',
  'BORDER_POLICE',
  'MIGRATION_OFFICER',
  'GUARDIAN',
  'GUARDIANSHIP_OFFICER',
  'COUNTY_ANALYST',
  'NGO_WORKER',
  'SCHOOL_HEALTH_STAFF',
  'INTEGRATOR',
  'AUDITOR',
] as const;
export type Role = (typeof roles)[number];

export const purposes = [
  'IDENTIFICATION',
  'PROTECTION',
  'CASE_WORK',
  'GUARDIANSHIP',
  'REPORTING',
  'STATISTICS',
  'AUDIT',
] as const;
export type Purpose = (typeof purposes)[number];

/** Purposes that exist in the agencies but never in the hub (UtlL 17:1 requests go bilaterally). */
export const refusedPurposes = [
  'REMOVAL_ENFORCEMENT',
  'ALIEN_CONTROL',
  'CRIME_INTELLIGENCE',
  'BENEFIT_CONTROL',
] as const;

/** The agencies that hold records about children; each is a subgraph of that name. */
export const agencySubgraphs = ['migration', 'municipality', 'police', 'guardianship'] as const;
export type AgencySubgraph = (typeof agencySubgraphs)[number];

export const subgraphNames = [...agencySubgraphs, 'identification'] as const;
export type SubgraphName = (typeof subgraphNames)[number];

export const agencyOfSubgraph: Record<SubgraphName, Agency> = {
  migration: 'MIGRATION_AGENCY',
  municipality: 'MUNICIPALITY',
  police: 'POLICE',
  guardianship: 'GUARDIANSHIP_BOARD',
  identification: 'HUB',
};

/** What can happen in a child's case, as the subscribers of case updates are told it. */
export const caseUpdateTypes = [
  'CHILD_REGISTERED',
  'ASSIGNED',
  'CASE_OPENED',
  'PLACED',
  'ABSCONDED',
  'MISSING_PERSON_REPORTED',
  'IMMEDIATE_CARE_DECIDED',
  'DEADLINE_APPROACHING',
  'DEADLINE_MISSED',
  'DUTY_ACKNOWLEDGED',
  'CLASSIFIED_MISSING',
  'FOUND',
  'RETURNED',
  'LEFT_COUNTRY',
  'CASE_CLOSED',
  'GUARDIAN_APPOINTED',
  'GUARDIANSHIP_ENDED',
  'GUARDIAN_REPORTED',
  'CONCERN_RAISED',
  'RESPONSIBILITY_CHANGED',
  'DISCLOSURE_REQUESTED',
  'DISCLOSURE_DECIDED',
  'GLASS_BROKEN',
  'CORE_FACTS_READ',
  'CHILDREN_LINKED',
  'CHILDREN_UNLINKED',
] as const;
export type CaseUpdateType = (typeof caseUpdateTypes)[number];

/** What can happen to an endpoint that case updates are sent to; about no child, and told to its owner alone. */
export const webhookUpdateTypes = ['WEBHOOK_DISABLED'] as const;
export type WebhookUpdateType = (typeof webhookUpdateTypes)[number];
