/* Printed by npm run schema. */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> =
  T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** Sex as registered or stated (kön). */
export type Sex =
  /** Girl or woman (flicka, kvinna). */
  | 'FEMALE'
  /** Boy or man (pojke, man). */
  | 'MALE'
  /** Neither (annat). */
  | 'OTHER'
  /** Not known (okänt). */
  | 'UNKNOWN';

/** The language of a text (språk). */
export type Language =
  /** Swedish (svenska). */
  | 'SV'
  /** English (engelska). */
  | 'EN';

/** Where an absconding stands (avvikandets status). */
export type AbscondingStatus =
  /** Left the placement and cannot be reached (avviken). */
  | 'ABSCONDED'
  /** Neither found nor back three calendar months after absconding (försvunnen). */
  | 'MISSING'
  /** Found, not yet back in a placement (påträffad). */
  | 'FOUND'
  /** Back in a placement (återkommen). */
  | 'RETURNED'
  /** Confirmed to have left Sweden for good (avslutad). */
  | 'CLOSED';

/** The kind of function that answers (funktion). */
export type DutyKind =
  /** Social services in office hours (socialtjänst). */
  | 'SOCIAL_SERVICES'
  /** Social emergency service (socialjour). */
  | 'SOCIAL_EMERGENCY'
  /** Youth emergency service (ungdomsjour). */
  | 'YOUTH_EMERGENCY'
  /** Guardianship board (överförmyndare). */
  | 'GUARDIANSHIP_BOARD'
  /** Police (polis). */
  | 'POLICE'
  /** The Migration Agency (Migrationsverket). */
  | 'MIGRATION_AGENCY'
  /** Municipal switchboard (växel). */
  | 'SWITCHBOARD'
  /** Voluntary organisation (frivilligorganisation). */
  | 'NGO'
  /** National helpline (stödlinje). */
  | 'HOTLINE';

/** Who takes a step (aktör). */
export type RoutineActor =
  /** The home: HVB, foster home, supported housing (boendet). */
  | 'HOME'
  /** Social services (socialtjänsten). */
  | 'SOCIAL_SERVICES'
  /** The guardian (god man). */
  | 'GUARDIAN'
  /** The guardianship board (överförmyndaren). */
  | 'GUARDIANSHIP_BOARD'
  /** The school (skolan). */
  | 'SCHOOL'
  /** The police (polisen). */
  | 'POLICE'
  /** The Migration Agency (Migrationsverket). */
  | 'MIGRATION_AGENCY'
  /** Health care (vården). */
  | 'HEALTH_CARE'
  /** Voluntary organisations (frivilligorganisationer). */
  | 'NGO'
  /** Everyone who meets the child (alla). */
  | 'ANYONE';

/** Where a request for disclosure stands (begärans läge). */
export type DisclosureRequestStatus =
  /** Waits for the owner (väntar på beslut). */
  | 'PENDING'
  /** Every field is shown until validTo (bifall). */
  | 'GRANTED'
  /** Some fields are shown until validTo (delvis bifall). */
  | 'PARTLY'
  /** No field is shown (avslag). */
  | 'REFUSED'
  /** What was granted is shown no more: the owner took it back (återkallad). */
  | 'REVOKED'
  /** Nobody decided in time, or the time of what was granted is over (har gått ut). */
  | 'EXPIRED';

/** Where the review stands (granskningens läge). */
export type BreakGlassState =
  /** Waits for a second person, up to 72 hours (väntar på granskning). */
  | 'UNREVIEWED'
  /** Found justified (godkänd). */
  | 'APPROVED'
  /** Found unjustified (underkänd). */
  | 'REJECTED'
  /** Not reviewed within 72 hours: with the reviewers (eskalerad). */
  | 'ESCALATED';

/** Who holds a record or acts (myndighet eller aktör). */
export type Agency =
  /** The Swedish Migration Agency (Migrationsverket). */
  | 'MIGRATION_AGENCY'
  /** A municipality’s social services (socialtjänsten). */
  | 'MUNICIPALITY'
  /** The Police Authority (Polismyndigheten). */
  | 'POLICE'
  /** A chief guardian or board of guardians (överförmyndare, överförmyndarnämnd). */
  | 'GUARDIANSHIP_BOARD'
  /** A county administrative board (länsstyrelse). */
  | 'COUNTY_BOARD'
  /** A voluntary organisation (frivilligorganisation). */
  | 'NGO'
  /** A school (skola). */
  | 'SCHOOL'
  /** Health care (hälso- och sjukvård). */
  | 'HEALTH_CARE'
  /** A system acting for an agency (verksamhetssystem). */
  | 'INTEGRATOR'
  /** This shared hub itself (navet). */
  | 'HUB';

/** The role of the asker, from the token (roll). */
export type Role =
  /** Social worker of a municipality (socialsekreterare). */
  | 'SOCIAL_WORKER'
  /** Social emergency service of a municipality (socialjour). */
  | 'SOCIAL_EMERGENCY'
  /** Municipal outreach worker (fältassistent, uppsökande verksamhet). */
  | 'OUTREACH_WORKER'
  /** Police officer in the field (polis i yttre tjänst). */
  | 'POLICE_OFFICER'
  /** Police investigator (utredare). */
  | 'POLICE_INVESTIGATOR'
  /** Border police, as finder only (gränspolis). */
  | 'BORDER_POLICE'
  /** Case officer of the Migration Agency (handläggare, Migrationsverket). */
  | 'MIGRATION_OFFICER'
  /** Guardian or custodian of the child (god man, särskilt förordnad vårdnadshavare). */
  | 'GUARDIAN'
  /** Officer of a guardianship board (handläggare, överförmyndaren). */
  | 'GUARDIANSHIP_OFFICER'
  /** Analyst of a county administrative board (länsstyrelsens analytiker). */
  | 'COUNTY_ANALYST'
  /** Worker or volunteer of an organisation (frivilligorganisation). */
  | 'NGO_WORKER'
  /** Staff of a school or of health care (skola, vård). */
  | 'SCHOOL_HEALTH_STAFF'
  /** A system acting for an agency (verksamhetssystem). */
  | 'INTEGRATOR'
  /** Reviewer of the access log (granskare). */
  | 'AUDITOR';

/** Why data are asked for (ändamål). */
export type Purpose =
  /** To find out who a met child is (identifiering). */
  | 'IDENTIFICATION'
  /** To protect a child who has absconded or was found (skydd). */
  | 'PROTECTION'
  /** To handle the asker’s own case (egen handläggning). */
  | 'CASE_WORK'
  /** To act as guardian or to supervise one (godmanskap). */
  | 'GUARDIANSHIP'
  /** To hand in a report (rapportering). */
  | 'REPORTING'
  /** To count (statistik). */
  | 'STATISTICS'
  /** To review the log (loggranskning). */
  | 'AUDIT';

/** The rule that decided who is responsible (regel). */
export type ResponsibilityRule =
  /** Identity unknown: the municipality of finding (okänd identitet). */
  | 'UNIDENTIFIED'
  /** Adult by the deciding authority: the Migration Agency (vuxen). */
  | 'ADULT'
  /** Has a permit: the municipality’s long-term responsibility (uppehållstillstånd). */
  | 'RESIDENCE_PERMIT'
  /** Placed in or by another municipality: the placing one (placerad). */
  | 'PLACED_ELSEWHERE'
  /** Not assigned, arrival case open: municipality of arrival (ankomstkommun). */
  | 'ARRIVAL_CASE_OPEN'
  /** Not assigned, case closed: the Migration Agency assigns (ska anvisas). */
  | 'UNASSIGNED_CASE_CLOSED'
  /** Assigned, case open: the assigned municipality (anvisningskommun). */
  | 'ASSIGNED_CASE_OPEN'
  /** Assigned, case closed: new assignment (ny anvisning). */
  | 'ASSIGNED_CASE_CLOSED'
  /** No asylum application: the municipality of finding (ej ansökt). */
  | 'NEVER_APPLIED';

/** What is due (frist). */
export type DeadlineKind =
  /** Missing-person report within 24 hours (polisanmälan). */
  | 'POLICE_REPORT_24H'
  /** Guardian and social services told within 24 hours (underrättelse). */
  | 'INFORM_GUARDIAN_AND_SOCIAL_SERVICES_24H'
  /** Raised risk of trafficking for 48 hours (människohandel). */
  | 'TRAFFICKING_WATCH_48H'
  /** Assessment of need of protection, at once (skyddsbedömning). */
  | 'PROTECTION_ASSESSMENT'
  /** Decision whether to investigate within 14 days (beslut om utredning). */
  | 'INVESTIGATION_DECISION_14D'
  /** Investigation ended within four months (utredning). */
  | 'INVESTIGATION_4M'
  /** Immediate care submitted to the court within a week (underställning). */
  | 'LVU_SUBMIT_1W'
  /** Application for care within four weeks (ansökan om vård). */
  | 'LVU_APPLY_4W'
  /** Counts as missing from three months (försvunnen). */
  | 'MISSING_AFTER_3M'
  /** Follow-up of risk (uppföljning av risk). */
  | 'RISK_FOLLOW_UP'
  /** The 18th birthday (18-årsdagen). */
  | 'EIGHTEENTH_BIRTHDAY';

/** Where a deadline stands (läge). */
export type DeadlineState =
  /** Not yet due (återstår). */
  | 'PENDING'
  /** Done (gjord). */
  | 'DONE'
  /** Past due and not done (försenad). */
  | 'OVERDUE'
  /** No longer needed (bortfallen). */
  | 'CANCELLED';

/** Whether one child was found (utfall). */
export type IdentificationOutcome =
  /** Exactly one child fits well enough (entydig träff). */
  | 'UNIQUE_MATCH'
  /** None, several, or one that may not be told; the answer is the same (ingen entydig träff). */
  | 'NO_UNIQUE_MATCH';

/** How sure the match is (träffens säkerhet). */
export type MatchGrade =
  /** Certain enough to act on (säker). */
  | 'CERTAIN'
  /** Probable: check with the contact before acting on identity (sannolik). */
  | 'PROBABLE';

/** How an identifier agrees (överensstämmelse). */
export type Agreement =
  /** The same (lika). */
  | 'EXACT'
  /** A variant or a slip of it (nära). */
  | 'CLOSE'
  /** Another (olika). */
  | 'DIFFERENT'
  /** The agency holds no such identifier (saknas). */
  | 'NOT_HELD';

/** How the agency came to a name (namnets ursprung). */
export type NameKind =
  /** Registered by the agency, now or before (registrerat). */
  | 'REGISTERED'
  /** Said by the child or someone else, not registered (uppgivet). */
  | 'STATED'
  /** Another name the child has used (alias). */
  | 'ALIAS';

/** Whether social services have an ongoing case (ärendets status). */
export type SocialCaseStatus =
  /** Ongoing (pågående). */
  | 'OPEN'
  /** Closed (avslutat). */
  | 'CLOSED';

/** A name, in parts or whole, in any script (namn). */
export type NameInput = {
  /** Given names (förnamn). */
  given?: string | null | undefined;
  /** Family names (efternamn). */
  family?: string | null | undefined;
  /** The whole name, when nobody can say which part is which (hela namnet). */
  full?: string | null | undefined;
};

/** What is known of a met child. A number, or at least two of the rest (uppgifter). */
export type IdentityCriteria = {
  /** The Migration Agency’s number (dossiernummer). */
  dossierNumber?: string | null | undefined;
  /** On the LMA card (LMA-nummer). */
  lmaNumber?: string | null | undefined;
  /** Personal or coordination number (personnummer, samordningsnummer). */
  personalNumber?: string | null | undefined;
  /** In any script (förnamn). */
  givenName?: string | null | undefined;
  /** In any script (efternamn). */
  familyName?: string | null | undefined;
  /** As stated (födelsedatum). */
  birthDate?: string | null | undefined;
  /** In whole years, as stated, when no date is given (ålder). */
  age?: number | null | undefined;
  /** Sex (kön). */
  sex?: Sex | null | undefined;
  /** The child’s phone (telefon). */
  phone?: string | null | undefined;
};

/** Which fields about a child are needed, and why (begäran om utlämnande). */
export type RequestDisclosureInput = {
  /** The child’s opaque reference (barn). */
  child: string | number;
  /** As Type.field, of one owner, e.g. "Placement.address" (fält). */
  fields: Array<string>;
  /** Why they are needed; the owner reads it (skäl). */
  reason: string;
};

/** The owner’s decisions on a request, on every field once (beslut). */
export type DecideDisclosureInput = {
  /** The request (begäran). */
  id: string | number;
  /** One for each field (beslut). */
  decisions: Array<DisclosureDecisionInput>;
  /** Until when what is granted is shown. Default: 24 hours; at most 7 days (gäller till). */
  validTo?: string | null | undefined;
};

/** The owner’s decision on one field (beslut om ett fält). */
export type DisclosureDecisionInput = {
  /** As the request names it (fält). */
  field: string;
  /** Whether it is shown (bifall). */
  granted: boolean;
  /** Code of the legal basis. Needed to grant; a refusal rests on the field’s secrecy (grund). */
  basis?: string | null | undefined;
  /** Why (skäl). */
  reason: string;
};

/** A second person’s view of a broken glass (granskning). */
export type ReviewBreakGlassInput = {
  /** The opening (nödöppningen). */
  id: string | number;
  /** Whether it was justified; if not, it closes at once (godkänd). */
  approved: boolean;
  /** Why (kommentar). */
  comment: string;
};

/** A worry about a child, whoever it is (orosanmälan, SoL 19). */
export type SubmitConcernInput = {
  /** Who is told: where the child is, or is responsible (kommun). */
  municipality: string;
  /** What gives concern; 10–10,000 characters (oro). */
  text: string;
  /** Cannot wait for the morning. Ring as well (brådskande). */
  urgent?: boolean;
  /** The child’s reference, if it is known (barn). */
  child?: string | number | null | undefined;
  /** Names the child goes by (namn). */
  names?: Array<NameInput> | null | undefined;
  /** Age in years, as far as one can tell (ålder). */
  age?: number | null | undefined;
  /** How the child looks (utseende). */
  description?: string | null | undefined;
  /** Where the child is, or was seen (vistelseplats). */
  whereabouts?: string | null | undefined;
  /** Where the reporter may be reached; may be left out by whoever has no duty to report (kontakt). */
  contact?: string | null | undefined;
};

/** A child was met that may have absconded (påträffande). */
export type RecordFoundInput = {
  /** The child, when the caller has identified it; left out: nobody knows who it is (barn). */
  child?: string | number | null | undefined;
  /** The caller’s own record of the meeting, from before it was known who it is (tidigare registrering). */
  earlierEvent?: string | number | null | undefined;
  /** The municipality of finding (vistelsekommun). */
  foundIn: string;
  /** Default: now (tidpunkt). */
  at?: string | null | undefined;
  /** The place (plats). */
  place?: string | null | undefined;
  /** The child’s condition (tillstånd). */
  condition?: string | null | undefined;
  /** What was asked and noted (anteckningar). */
  note?: FoundChildFormInput | null | undefined;
};

/** What a finder asks and notes; what is not known is left out (att fråga och notera vid påträffande). */
export type FoundChildFormInput = {
  /** Who the child says it is (Vem barnet säger sig vara) */
  who?: string | null | undefined;
  /** Is the child an asylum seeker? (Är barnet asylsökande?) */
  asylumSeeker?: boolean | null | undefined;
  /** Migrationsverket’s file number (Dossiernummer hos Migrationsverket) */
  dossierNumber?: string | null | undefined;
  /** Body language and signs of fear (Kroppsspråk och tecken på rädsla) */
  fear?: string | null | undefined;
  /** Is the child affected by alcohol or drugs? (Är barnet påverkat av alkohol eller droger?) */
  intoxicated?: boolean | null | undefined;
  /** With whom the child was found (Med vem barnet påträffades) */
  withWhom?: string | null | undefined;
  /** Could you talk with the child alone? (Fick ni tala med barnet enskilt?) */
  talkedAlone?: boolean | null | undefined;
  /** What else matters (Annat av betydelse) */
  other?: string | null | undefined;
  /** Have you left your contact details with the child? (Har ni lämnat era kontaktuppgifter till barnet?) */
  contactLeft?: boolean | null | undefined;
};

export type AccessLogQueryVariables = Exact<{
  child: string | number;
  after?: string | null | undefined;
}>;

export type AccessLogQuery = {
  accessLog: {
    edges: Array<{
      node: {
        at: string;
        agency: Agency;
        role: Role;
        purpose: Purpose | null;
        fields: Array<string>;
        principal: string | null;
        caseReference: string | null;
        municipality: { name: string } | null;
      };
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type BreakGlassesQueryVariables = Exact<{
  after?: string | null | undefined;
}>;

export type BreakGlassesQuery = {
  breakGlasses: {
    edges: Array<{
      node: {
        id: string;
        rows: Array<string>;
        owners: Array<Agency>;
        reason: string;
        role: Role;
        agency: Agency;
        caseReference: string;
        openedAt: string;
        openedBy: string;
        reviewDueAt: string;
        state: BreakGlassState;
        comment: string | null;
        municipality: { name: string } | null;
      };
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type EmergencyFragment = {
  id: string;
  rows: Array<string>;
  owners: Array<Agency>;
  reason: string;
  role: Role;
  agency: Agency;
  caseReference: string;
  openedAt: string;
  openedBy: string;
  reviewDueAt: string;
  state: BreakGlassState;
  comment: string | null;
  municipality: { name: string } | null;
};

export type ReviewBreakGlassMutationVariables = Exact<{
  input: ReviewBreakGlassInput;
  key: string | number;
}>;

export type ReviewBreakGlassMutation = {
  reviewBreakGlass: {
    id: string;
    rows: Array<string>;
    owners: Array<Agency>;
    reason: string;
    role: Role;
    agency: Agency;
    caseReference: string;
    openedAt: string;
    openedBy: string;
    reviewDueAt: string;
    state: BreakGlassState;
    comment: string | null;
    municipality: { name: string } | null;
  };
};

export type ContactFragment = {
  id: string;
  kind: DutyKind;
  name: string;
  district: string | null;
  address: string | null;
  openNow: boolean;
  opensAt: string | null;
  closesAt: string | null;
  verifiedOn: string | null;
  phones: Array<{ e164: string | null; shortCode: string | null; display: string }>;
};

export type DisclosureRequestsQueryVariables = Exact<{
  after?: string | null | undefined;
}>;

export type DisclosureRequestsQuery = {
  disclosureRequests: {
    edges: Array<{
      node: {
        id: string;
        owner: Agency;
        fields: Array<string>;
        reason: string;
        role: Role;
        agency: Agency;
        purpose: Purpose;
        caseReference: string;
        requestedAt: string;
        requestedBy: string;
        validTo: string | null;
        status: DisclosureRequestStatus;
        municipality: { name: string } | null;
        decisions: Array<{ field: string; granted: boolean; basis: string; reason: string }>;
      };
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type RequestFragment = {
  id: string;
  owner: Agency;
  fields: Array<string>;
  reason: string;
  role: Role;
  agency: Agency;
  purpose: Purpose;
  caseReference: string;
  requestedAt: string;
  requestedBy: string;
  validTo: string | null;
  status: DisclosureRequestStatus;
  municipality: { name: string } | null;
  decisions: Array<{ field: string; granted: boolean; basis: string; reason: string }>;
};

export type DecideDisclosureMutationVariables = Exact<{
  input: DecideDisclosureInput;
  key: string | number;
}>;

export type DecideDisclosureMutation = {
  decideDisclosure: {
    id: string;
    owner: Agency;
    fields: Array<string>;
    reason: string;
    role: Role;
    agency: Agency;
    purpose: Purpose;
    caseReference: string;
    requestedAt: string;
    requestedBy: string;
    validTo: string | null;
    status: DisclosureRequestStatus;
    municipality: { name: string } | null;
    decisions: Array<{ field: string; granted: boolean; basis: string; reason: string }>;
  };
};

export type DutyPackQueryVariables = Exact<{ [key: string]: never }>;

export type DutyPackQuery = { dutyPack: string };

export type FactQueryVariables = Exact<{
  child: string | number;
  guardian: boolean;
  socialCase: boolean;
  placement: boolean;
  description: boolean;
  risk: boolean;
  report: boolean;
}>;

export type FactQuery = {
  child: {
    id: string;
    guardian?: { name: string; phone: string | null } | null;
    socialCase?: {
      status: SocialCaseStatus | null;
      unit: string | null;
      socialWorkerName: string | null;
      socialWorkerPhone: string | null;
      municipality: { name: string } | null;
    } | null;
    placement?: { name: string | null; address: string | null; municipality: { name: string } | null } | null;
    description?: {
      heightCm: number | null;
      build: string | null;
      hair: string | null;
      eyes: string | null;
      marks: string | null;
      clothing: string | null;
    } | null;
    riskAssessment?: { assessedOn: string | null; lifeDanger: boolean | null } | null;
    missingPersonReport?: { reportNumber: string | null; reportedAt: string | null } | null;
  } | null;
};

export type IdentifyQueryVariables = Exact<{
  criteria: IdentityCriteria;
  foundIn: string;
  language: Language;
  names: boolean;
  birthDate: boolean;
  languages: boolean;
  deadlines: boolean;
}>;

export type IdentifyQuery = {
  identify: {
    outcome: IdentificationOutcome;
    grade: MatchGrade | null;
    evidence: Array<{ identifier: string; agreement: Agreement; heldBy: Agency }>;
    guidance: {
      text: string;
      contacts: Array<{
        id: string;
        kind: DutyKind;
        name: string;
        district: string | null;
        address: string | null;
        openNow: boolean;
        opensAt: string | null;
        closesAt: string | null;
        verifiedOn: string | null;
        phones: Array<{ e164: string | null; shortCode: string | null; display: string }>;
      }>;
      steps: Array<{ id: string; text: string; deadlineHours: number | null; source: string }>;
    };
    child: {
      id: string;
      birthDate?: string | null;
      names?: Array<{
        full: string | null;
        given: string | null;
        family: string | null;
        kind: NameKind;
      }> | null;
      languages?: Array<{ name: string; interpreterNeeded: boolean }> | null;
      deadlines?: Array<{
        kind: DeadlineKind;
        dueAt: string;
        owner: RoutineActor;
        state: DeadlineState;
      }> | null;
      absconding: {
        absconded: boolean;
        abscondedOn: string | null;
        status: AbscondingStatus | null;
        arrivalStage: boolean | null;
      } | null;
      responsibility: {
        rule: ResponsibilityRule;
        authority: Agency;
        explanation: string;
        municipality: { code: string; name: string } | null;
        interim: { code: string; name: string } | null;
        basis: Array<{ code: string; title: string }>;
        contacts: Array<{
          id: string;
          kind: DutyKind;
          name: string;
          district: string | null;
          address: string | null;
          openNow: boolean;
          opensAt: string | null;
          closesAt: string | null;
          verifiedOn: string | null;
          phones: Array<{ e164: string | null; shortCode: string | null; display: string }>;
        }>;
        steps: Array<{ id: string; text: string; deadlineHours: number | null; source: string }>;
      } | null;
    } | null;
  };
};

export type MeQueryVariables = Exact<{ [key: string]: never }>;

export type MeQuery = {
  me: {
    id: string;
    role: Role;
    agency: Agency;
    IDENTIFICATION: Array<string>;
    PROTECTION: Array<string>;
    CASE_WORK: Array<string>;
    GUARDIANSHIP: Array<string>;
    REPORTING: Array<string>;
    STATISTICS: Array<string>;
    AUDIT: Array<string>;
    municipality: { code: string; name: string } | null;
  };
};

export type RecordFoundMutationVariables = Exact<{
  input: RecordFoundInput;
  key: string | number;
}>;

export type RecordFoundMutation = { recordFound: { id: string } };

export type RequestDisclosureMutationVariables = Exact<{
  input: RequestDisclosureInput;
  key: string | number;
}>;

export type RequestDisclosureMutation = {
  requestDisclosure: { id: string; status: DisclosureRequestStatus; owner: Agency };
};

export type StepFragment = { id: string; text: string; deadlineHours: number | null; source: string };

export type SubmitConcernMutationVariables = Exact<{
  input: SubmitConcernInput;
  key: string | number;
}>;

export type SubmitConcernMutation = {
  submitConcern: { id: string; receivedAt: string; municipality: { name: string } };
};

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const EmergencyFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment Emergency on BreakGlass {
  id
  rows
  owners
  reason
  role
  agency
  caseReference
  openedAt
  openedBy
  reviewDueAt
  state
  comment
  municipality {
    name
  }
}
    `,
  { fragmentName: 'Emergency' },
) as unknown as TypedDocumentString<EmergencyFragment, unknown>;
export const ContactFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment Contact on DutyContact {
  id
  kind
  name(language: $language)
  district
  address
  openNow
  opensAt
  closesAt
  verifiedOn
  phones {
    e164
    shortCode
    display
  }
}
    `,
  { fragmentName: 'Contact' },
) as unknown as TypedDocumentString<ContactFragment, unknown>;
export const RequestFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment Request on DisclosureRequest {
  id
  owner
  fields
  reason
  role
  agency
  purpose
  caseReference
  requestedAt
  requestedBy
  validTo
  status
  municipality {
    name
  }
  decisions {
    field
    granted
    basis
    reason
  }
}
    `,
  { fragmentName: 'Request' },
) as unknown as TypedDocumentString<RequestFragment, unknown>;
export const StepFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment Step on RoutineStep {
  id
  text(language: $language)
  deadlineHours
  source
}
    `,
  { fragmentName: 'Step' },
) as unknown as TypedDocumentString<StepFragment, unknown>;
export const AccessLogDocument = /*#__PURE__*/ new TypedDocumentString(`
    query AccessLog($child: ID!, $after: String) {
  accessLog(child: $child, first: 50, after: $after) {
    edges {
      node {
        at
        agency
        role
        purpose
        fields
        principal
        caseReference
        municipality {
          name
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    `) as unknown as TypedDocumentString<AccessLogQuery, AccessLogQueryVariables>;
export const BreakGlassesDocument = /*#__PURE__*/ new TypedDocumentString(`
    query BreakGlasses($after: String) {
  breakGlasses(first: 20, after: $after) {
    edges {
      node {
        ...Emergency
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Emergency on BreakGlass {
  id
  rows
  owners
  reason
  role
  agency
  caseReference
  openedAt
  openedBy
  reviewDueAt
  state
  comment
  municipality {
    name
  }
}`) as unknown as TypedDocumentString<BreakGlassesQuery, BreakGlassesQueryVariables>;
export const ReviewBreakGlassDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReviewBreakGlass($input: ReviewBreakGlassInput!, $key: ID!) {
  reviewBreakGlass(input: $input, idempotencyKey: $key) {
    ...Emergency
  }
}
    fragment Emergency on BreakGlass {
  id
  rows
  owners
  reason
  role
  agency
  caseReference
  openedAt
  openedBy
  reviewDueAt
  state
  comment
  municipality {
    name
  }
}`) as unknown as TypedDocumentString<ReviewBreakGlassMutation, ReviewBreakGlassMutationVariables>;
export const DisclosureRequestsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query DisclosureRequests($after: String) {
  disclosureRequests(first: 20, after: $after) {
    edges {
      node {
        ...Request
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
}
    fragment Request on DisclosureRequest {
  id
  owner
  fields
  reason
  role
  agency
  purpose
  caseReference
  requestedAt
  requestedBy
  validTo
  status
  municipality {
    name
  }
  decisions {
    field
    granted
    basis
    reason
  }
}`) as unknown as TypedDocumentString<DisclosureRequestsQuery, DisclosureRequestsQueryVariables>;
export const DecideDisclosureDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation DecideDisclosure($input: DecideDisclosureInput!, $key: ID!) {
  decideDisclosure(input: $input, idempotencyKey: $key) {
    ...Request
  }
}
    fragment Request on DisclosureRequest {
  id
  owner
  fields
  reason
  role
  agency
  purpose
  caseReference
  requestedAt
  requestedBy
  validTo
  status
  municipality {
    name
  }
  decisions {
    field
    granted
    basis
    reason
  }
}`) as unknown as TypedDocumentString<DecideDisclosureMutation, DecideDisclosureMutationVariables>;
export const DutyPackDocument = /*#__PURE__*/ new TypedDocumentString(`
    query DutyPack {
  dutyPack
}
    `) as unknown as TypedDocumentString<DutyPackQuery, DutyPackQueryVariables>;
export const FactDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Fact($child: ID!, $guardian: Boolean!, $socialCase: Boolean!, $placement: Boolean!, $description: Boolean!, $risk: Boolean!, $report: Boolean!) {
  child(id: $child) {
    id
    guardian @include(if: $guardian) {
      name
      phone
    }
    socialCase @include(if: $socialCase) {
      status
      unit
      socialWorkerName
      socialWorkerPhone
      municipality {
        name
      }
    }
    placement @include(if: $placement) {
      name
      address
      municipality {
        name
      }
    }
    description @include(if: $description) {
      heightCm
      build
      hair
      eyes
      marks
      clothing
    }
    riskAssessment @include(if: $risk) {
      assessedOn
      lifeDanger
    }
    missingPersonReport @include(if: $report) {
      reportNumber
      reportedAt
    }
  }
}
    `) as unknown as TypedDocumentString<FactQuery, FactQueryVariables>;
export const IdentifyDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Identify($criteria: IdentityCriteria!, $foundIn: MunicipalityCode!, $language: Language!, $names: Boolean!, $birthDate: Boolean!, $languages: Boolean!, $deadlines: Boolean!) {
  identify(criteria: $criteria, foundIn: $foundIn) {
    outcome
    grade
    evidence {
      identifier
      agreement
      heldBy
    }
    guidance {
      text(language: $language)
      contacts {
        ...Contact
      }
      steps {
        ...Step
      }
    }
    child {
      id
      names @include(if: $names) {
        full
        given
        family
        kind
      }
      birthDate @include(if: $birthDate)
      languages @include(if: $languages) {
        name(language: $language)
        interpreterNeeded
      }
      deadlines @include(if: $deadlines) {
        kind
        dueAt
        owner
        state
      }
      absconding {
        absconded
        abscondedOn
        status
        arrivalStage
      }
      responsibility(foundIn: $foundIn) {
        rule
        authority
        explanation(language: $language)
        municipality {
          code
          name
        }
        interim {
          code
          name
        }
        basis {
          code
          title(language: $language)
        }
        contacts {
          ...Contact
        }
        steps {
          ...Step
        }
      }
    }
  }
}
    fragment Contact on DutyContact {
  id
  kind
  name(language: $language)
  district
  address
  openNow
  opensAt
  closesAt
  verifiedOn
  phones {
    e164
    shortCode
    display
  }
}
fragment Step on RoutineStep {
  id
  text(language: $language)
  deadlineHours
  source
}`) as unknown as TypedDocumentString<IdentifyQuery, IdentifyQueryVariables>;
export const MeDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Me {
  me {
    id
    role
    agency
    municipality {
      code
      name
    }
    IDENTIFICATION: allowedFields(purpose: IDENTIFICATION)
    PROTECTION: allowedFields(purpose: PROTECTION)
    CASE_WORK: allowedFields(purpose: CASE_WORK)
    GUARDIANSHIP: allowedFields(purpose: GUARDIANSHIP)
    REPORTING: allowedFields(purpose: REPORTING)
    STATISTICS: allowedFields(purpose: STATISTICS)
    AUDIT: allowedFields(purpose: AUDIT)
  }
}
    `) as unknown as TypedDocumentString<MeQuery, MeQueryVariables>;
export const RecordFoundDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RecordFound($input: RecordFoundInput!, $key: ID!) {
  recordFound(input: $input, idempotencyKey: $key) {
    id
  }
}
    `) as unknown as TypedDocumentString<RecordFoundMutation, RecordFoundMutationVariables>;
export const RequestDisclosureDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RequestDisclosure($input: RequestDisclosureInput!, $key: ID!) {
  requestDisclosure(input: $input, idempotencyKey: $key) {
    id
    status
    owner
  }
}
    `) as unknown as TypedDocumentString<RequestDisclosureMutation, RequestDisclosureMutationVariables>;
export const SubmitConcernDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SubmitConcern($input: SubmitConcernInput!, $key: ID!) {
  submitConcern(input: $input, idempotencyKey: $key) {
    id
    receivedAt
    municipality {
      name
    }
  }
}
    `) as unknown as TypedDocumentString<SubmitConcernMutation, SubmitConcernMutationVariables>;
