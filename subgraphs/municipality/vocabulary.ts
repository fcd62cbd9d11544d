import { registerWords } from '../shared/graph/vocabulary';

/*
 * The word lists of the social services' records. What is counted yearly follows the statistics list of the Stockholm
 * plan (STH); the areas of a plan follow Strömsund's (SUN).
 */

export const SocialCaseStatusEnum = registerWords(
  'SocialCaseStatus',
  'Whether social services have an ongoing case (ärendets status).',
  { OPEN: 'Ongoing (pågående).', CLOSED: 'Closed (avslutat).' },
);
export type SocialCaseStatus = keyof typeof SocialCaseStatusEnum;

export const PlacementTypeEnum = registerWords('PlacementType', 'The kind of placement (placeringsform).', {
  HVB: 'Home for care or residence (hem för vård eller boende, HVB).',
  SUPPORTED_HOUSING: 'Supported housing from the age of 16 (stödboende).',
  FOSTER_HOME: 'Foster home (familjehem).',
  NETWORK_HOME: 'Home of a relative or someone close (nätverkshem).',
  ARRIVAL_HOME: 'Temporary housing before assignment (ankomstboende, transitboende).',
  SECURE_HOME: 'Special home for young persons under state care (särskilt ungdomshem).',
  PROTECTED_HOUSING: 'Shelter whose address is secret (skyddat boende).',
  OTHER: 'Another placement (annan placering).',
});
export type PlacementType = keyof typeof PlacementTypeEnum;

export const PresumedCauseEnum = registerWords(
  'PresumedCause',
  'What social services presume made the child abscond (förmodad orsak).',
  {
    REFUSAL: 'The asylum application was refused, or the child fears it (avslag).',
    EIGHTEENTH_BIRTHDAY: 'The child is about to turn eighteen (18-årsdag).',
    TRAFFICKING: 'Trafficking in human beings (människohandel).',
    HONOUR: 'Violence or control in the name of honour (heder).',
    OTHER: 'Something else (annan orsak).',
  },
);
export type PresumedCause = keyof typeof PresumedCauseEnum;

export const FoundByEnum = registerWords(
  'FoundBy',
  'Who found the child during the absconding (påträffad av).',
  {
    GUARDIAN: 'The guardian (god man, särskilt förordnad vårdnadshavare).',
    POLICE: 'The police (polisen).',
    SOCIAL_SERVICES: 'Social services, outreach included (socialtjänsten).',
    HOME: 'The placement’s staff or foster parents (boendet).',
    NGO: 'A voluntary organisation (frivilligorganisation).',
    SELF: 'The child came back by itself (barnet självt).',
    OTHER: 'Someone else (annan).',
  },
);
export type FoundBy = keyof typeof FoundByEnum;

export const FoundWhereEnum = registerWords('FoundWhere', 'Where the child was found (påträffad var).', {
  IN_COUNTY: 'In the county it absconded from (i länet).',
  OUTSIDE_COUNTY: 'In another county (utanför länet).',
  ABROAD: 'Outside Sweden (utomlands).',
});
export type FoundWhere = keyof typeof FoundWhereEnum;

export const FoundConditionEnum = registerWords(
  'FoundCondition',
  'What the child had been exposed to when it was found or came back (tillstånd).',
  {
    VIOLENCE: 'Violence (våld).',
    TRAFFICKING: 'Trafficking in human beings (människohandel).',
    DRUGS: 'Drugs (droger).',
    CRIME: 'Crime (kriminalitet).',
    HONOUR: 'Violence or control in the name of honour (heder).',
    DEATH: 'The child had died (död).',
    SUICIDE: 'Suicide or attempted suicide (självmord).',
    OTHER: 'Something else (annat).',
  },
);
export type FoundCondition = keyof typeof FoundConditionEnum;

export const RiskAreaEnum = registerWords('RiskArea', 'What a measure of the plan is about (område).', {
  RISK_BEHAVIOUR: 'Behaviour that points to absconding; followed up weekly (riskbeteende).',
  MENTAL_HEALTH: 'Mental health; followed up every other week (psykisk hälsa).',
  ASYLUM_PROCESS_AND_PLACEMENT:
    'Asylum process and placement; followed up monthly (asylprocess och placering).',
  TRAFFICKING_SUSPICION: 'Suspected trafficking; acted on at once (misstanke om människohandel).',
});
export type RiskArea = keyof typeof RiskAreaEnum;

export const CareOrderKindEnum = registerWords(
  'CareOrderKind',
  'Compulsory care under the Care of Young Persons Act (LVU).',
  {
    LVU_IMMEDIATE: 'Taken into immediate care (omedelbart omhändertagande, 6 § LVU).',
    LVU: 'Care decided by the court (vård med stöd av LVU).',
    NO_IMMEDIATE_CARE: 'Assessed, and not taken into care (bedömt, inget omhändertagande).',
  },
);
export type CareOrderKind = keyof typeof CareOrderKindEnum;
