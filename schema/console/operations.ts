/* Printed by npm run schema. */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> =
  T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
/** The language of a text (språk). */
export type Language =
  /** Swedish (svenska). */
  | 'SV'
  /** English (engelska). */
  | 'EN';

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

/** How it is divided (indelning). */
export type StatisticsDimension =
  /** Quarter (kvartal). */
  | 'QUARTER'
  /** Month (månad). */
  | 'MONTH'
  /** County (län). */
  | 'COUNTY'
  /** Municipality (kommun). */
  | 'MUNICIPALITY'
  /** County of the assigned municipality (anvisningskommunens län). */
  | 'ASSIGNED_COUNTY'
  /** Assigned municipality (anvisningskommun). */
  | 'ASSIGNED_MUNICIPALITY'
  /** Stage (skede). */
  | 'STAGE'
  /** Sex (kön). */
  | 'SEX'
  /** Age (ålder). */
  | 'AGE_GROUP'
  /** Citizenship, group (medborgarskap, grupp). */
  | 'CITIZENSHIP_GROUP'
  /** Citizenship (medborgarskap). */
  | 'CITIZENSHIP'
  /** Placement (placeringsform). */
  | 'PLACEMENT_TYPE'
  /** Presumed cause (förmodad orsak). */
  | 'PRESUMED_CAUSE'
  /** The child’s turn in the year (barnets gång i ordningen under året). */
  | 'ORDER_IN_YEAR'
  /** The child’s turn (barnets gång i ordningen). */
  | 'ORDER'
  /** Reported to the police (polisanmält). */
  | 'REPORTED'
  /** Time until reported to the police (tid till polisanmälan). */
  | 'TIME_UNTIL_REPORT'
  /** Outcome (utfall). */
  | 'OUTCOME'
  /** Time until found or back (tid till påträffande eller återkomst). */
  | 'TIME_UNTIL_FOUND'
  /** Found by (påträffad av). */
  | 'FOUND_BY'
  /** Found where (påträffad var). */
  | 'FOUND_WHERE'
  /** Harm while away (utsatthet under frånvaron). */
  | 'CONDITION'
  /** Kind of harm while away (utsatthetens slag). */
  | 'HARM'
  /** Help offered (erbjudna insatser). */
  | 'MEASURES_OFFERED'
  /** Suspected victim of a crime (misstänkt brottsoffer). */
  | 'SUSPECTED_VICTIM'
  /** After three months (efter tre månader). */
  | 'AFTER_THREE_MONTHS'
  /** Noted as missing when the case was closed (noterat försvunnet när ärendet avslutades). */
  | 'NOTED_MISSING';

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
  /** The Migration Agency told within 24 hours (underrättelse). */
  | 'INFORM_MIGRATION_AGENCY_24H'
  /** Raised risk of trafficking for 48 hours (människohandel). */
  | 'TRAFFICKING_WATCH_48H'
  /** Assessment of need of protection, at once (skyddsbedömning). */
  | 'PROTECTION_ASSESSMENT'
  /** Decision whether to investigate within 14 days (beslut om utredning). */
  | 'INVESTIGATION_DECISION_14D'
  /** Investigation ended within four months (utredning). */
  | 'INVESTIGATION_4M'
  /** Whoever reported a concern told what came of it within a week (återkoppling). */
  | 'CONCERN_REPLY_1W'
  /** Immediate care submitted to the court within a week (underställning). */
  | 'LVU_SUBMIT_1W'
  /** Application for care within four weeks (ansökan om vård). */
  | 'LVU_APPLY_4W'
  /** Review of care every six months (övervägande, omprövning). */
  | 'CARE_REVIEW_6M'
  /** The next meeting of those who look for the child (avstämningsmöte). */
  | 'RECONCILIATION_MEETING'
  /** Counts as missing from three months (försvunnen). */
  | 'MISSING_AFTER_3M'
  /** Follow-up of risk (uppföljning av risk). */
  | 'RISK_FOLLOW_UP'
  /** Answer of another municipality to a request for transfer (överflyttning). */
  | 'TRANSFER_ANSWER_1M'
  /** A representative within fifteen working days (företrädare). */
  | 'REPRESENTATIVE_15WD'
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

/** What happened in a child’s case (slag av händelse). */
export type CaseUpdateType =
  /** The Migration Agency registered the child (registrerat). */
  | 'CHILD_REGISTERED'
  /** Assigned to a municipality (anvisat). */
  | 'ASSIGNED'
  /** Social services opened a case (ärende öppnat). */
  | 'CASE_OPENED'
  /** Placed in a home (placerat). */
  | 'PLACED'
  /** Absconded (avvikit). */
  | 'ABSCONDED'
  /** Reported missing to the police (anmält försvunnet). */
  | 'MISSING_PERSON_REPORTED'
  /** A decision on immediate care (omedelbart omhändertagande). */
  | 'IMMEDIATE_CARE_DECIDED'
  /** Something is due soon (frist närmar sig). */
  | 'DEADLINE_APPROACHING'
  /** Something is past due (frist passerad). */
  | 'DEADLINE_MISSED'
  /** Whose turn it is has taken on what is due (frist åtagen). */
  | 'DUTY_ACKNOWLEDGED'
  /** Counts as missing, after three months (försvunnet). */
  | 'CLASSIFIED_MISSING'
  /** Found (påträffat). */
  | 'FOUND'
  /** Back (återkommit). */
  | 'RETURNED'
  /** Confirmed to have left Sweden for good (varaktigt utomlands). */
  | 'LEFT_COUNTRY'
  /** A case was closed (ärende avslutat). */
  | 'CASE_CLOSED'
  /** A guardian was appointed (god man förordnad). */
  | 'GUARDIAN_APPOINTED'
  /** The guardianship ended (godmanskap upphört). */
  | 'GUARDIANSHIP_ENDED'
  /** The guardian reported to the board (god mans rapport). */
  | 'GUARDIAN_REPORTED'
  /** A report of concern came in (orosanmälan). */
  | 'CONCERN_RAISED'
  /** Another municipality or authority is responsible (ansvar ändrat). */
  | 'RESPONSIBILITY_CHANGED'
  /** Held-back fields were asked for (utlämnande begärt). */
  | 'DISCLOSURE_REQUESTED'
  /** A request for fields was decided (utlämnande prövat). */
  | 'DISCLOSURE_DECIDED'
  /** Something was opened in an emergency (nödöppnat). */
  | 'GLASS_BROKEN'
  /** Another agency read the child’s core facts (uppgifter lästa). */
  | 'CORE_FACTS_READ'
  /** Another reference was found to be the same child (länkat). */
  | 'CHILDREN_LINKED'
  /** References were found to be different children (länk bruten). */
  | 'CHILDREN_UNLINKED';

/** What is counted (vad som räknas). */
export type StatisticsSubject =
  /** Abscondings (avvikanden). */
  | 'ABSCONDINGS'
  /** Children away (barn som är borta). */
  | 'CHILDREN_AWAY'
  /** Assignments (anvisningar). */
  | 'ASSIGNMENTS'
  /** Found events (påträffanden). */
  | 'FOUND_EVENTS'
  /** Guardian appointments (förordnanden). */
  | 'GUARDIAN_APPOINTMENTS';

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

/** What the guardian says about closing the case (god mans inställning). */
export type GuardianOpinion =
  /** Agrees (instämmer). */
  | 'AGREES'
  /** Objects (motsätter sig). */
  | 'OBJECTS'
  /** Was asked and has no opinion (ingen synpunkt). */
  | 'NO_OPINION'
  /** There is no guardian to ask (god man saknas). */
  | 'NO_GUARDIAN';

/** The kind of placement (placeringsform). */
export type PlacementType =
  /** Home for care or residence (hem för vård eller boende, HVB). */
  | 'HVB'
  /** Supported housing from the age of 16 (stödboende). */
  | 'SUPPORTED_HOUSING'
  /** Foster home (familjehem). */
  | 'FOSTER_HOME'
  /** Home of a relative or someone close (nätverkshem). */
  | 'NETWORK_HOME'
  /** Temporary housing before assignment (ankomstboende, transitboende). */
  | 'ARRIVAL_HOME'
  /** Special home for young persons under state care (särskilt ungdomshem). */
  | 'SECURE_HOME'
  /** Shelter whose address is secret (skyddat boende). */
  | 'PROTECTED_HOUSING'
  /** Another placement (annan placering). */
  | 'OTHER';

/** What social services presume made the child abscond (förmodad orsak). */
export type PresumedCause =
  /** The asylum application was refused, or the child fears it (avslag). */
  | 'REFUSAL'
  /** The child is about to turn eighteen (18-årsdag). */
  | 'EIGHTEENTH_BIRTHDAY'
  /** Trafficking in human beings (människohandel). */
  | 'TRAFFICKING'
  /** Violence or control in the name of honour (heder). */
  | 'HONOUR'
  /** Something else (annan orsak). */
  | 'OTHER';

/** Who found the child during the absconding (påträffad av). */
export type FoundBy =
  /** The guardian (god man, särskilt förordnad vårdnadshavare). */
  | 'GUARDIAN'
  /** The police (polisen). */
  | 'POLICE'
  /** Social services, outreach included (socialtjänsten). */
  | 'SOCIAL_SERVICES'
  /** The placement’s staff or foster parents (boendet). */
  | 'HOME'
  /** A voluntary organisation (frivilligorganisation). */
  | 'NGO'
  /** The child came back by itself (barnet självt). */
  | 'SELF'
  /** Someone else (annan). */
  | 'OTHER';

/** Where the child was found (påträffad var). */
export type FoundWhere =
  /** In the county it absconded from (i länet). */
  | 'IN_COUNTY'
  /** In another county (utanför länet). */
  | 'OUTSIDE_COUNTY'
  /** Outside Sweden (utomlands). */
  | 'ABROAD';

/** What the child had been exposed to when it was found or came back (tillstånd). */
export type FoundCondition =
  /** Violence (våld). */
  | 'VIOLENCE'
  /** Trafficking in human beings (människohandel). */
  | 'TRAFFICKING'
  /** Drugs (droger). */
  | 'DRUGS'
  /** Crime (kriminalitet). */
  | 'CRIME'
  /** Violence or control in the name of honour (heder). */
  | 'HONOUR'
  /** The child had died (död). */
  | 'DEATH'
  /** Suicide or attempted suicide (självmord). */
  | 'SUICIDE'
  /** Something else (annat). */
  | 'OTHER';

/** Who noticed the absconding (upptäckt av). */
export type DiscoveredBy =
  /** The placement’s staff or foster parents (boendet). */
  | 'HOME'
  /** Social services (socialtjänsten). */
  | 'SOCIAL_SERVICES'
  /** The school (skolan). */
  | 'SCHOOL'
  /** The guardian (god man). */
  | 'GUARDIAN'
  /** The police (polisen). */
  | 'POLICE'
  /** Someone else (annan). */
  | 'OTHER';

/** Who reports a child missing (anmälare). */
export type Reporter =
  /** The guardian (god man, särskilt förordnad vårdnadshavare). */
  | 'GUARDIAN'
  /** Social services (socialtjänsten). */
  | 'SOCIAL_SERVICES'
  /** The placement’s staff or foster parents (boendet). */
  | 'HOME'
  /** The police themselves (polisen). */
  | 'POLICE'
  /** Someone else (annan). */
  | 'OTHER';

/** A name, in parts or whole, in any script (namn). */
export type NameInput = {
  /** Given names (förnamn). */
  given?: string | null | undefined;
  /** Family names (efternamn). */
  family?: string | null | undefined;
  /** The whole name, when nobody can say which part is which (hela namnet). */
  full?: string | null | undefined;
};

/** A guardian’s report to the board: one of the two forms (god mans rapport). */
export type SubmitGuardianReportInput = {
  /** The guardian’s ward (barn). */
  child: string | number;
  /** The child has disappeared (försvinnande). */
  absconding?: GuardianAbscondingFormInput | null | undefined;
  /** The child is back (återkomst). */
  return?: GuardianReturnFormInput | null | undefined;
};

/** What a guardian tells the board of a child that has disappeared (anmälan till överförmyndaren). */
export type GuardianAbscondingFormInput = {
  /** When did the child disappear? (När försvann barnet?) */
  disappearedAt?: string | null | undefined;
  /** Has it been reported to the police? (Är försvinnandet polisanmält?) */
  policeReported?: boolean | null | undefined;
  /** By whom? (Av vem?) */
  policeReportedBy?: string | null | undefined;
  /** When? (När?) */
  policeReportedAt?: string | null | undefined;
  /** Does the report need completing? (Behöver anmälan kompletteras?) */
  policeReportIncomplete?: boolean | null | undefined;
  /** The number of the report (Anmälans diarienummer) */
  policeReportNumber?: string | null | undefined;
  /** Have you told Migrationsverket? (Har du meddelat Migrationsverket?) */
  migrationAgencyInformed?: boolean | null | undefined;
  /** When was it, Migrationsverket? (När meddelades Migrationsverket?) */
  migrationAgencyInformedAt?: string | null | undefined;
  /** Why not Migrationsverket? (Varför har Migrationsverket inte meddelats?) */
  migrationAgencyNotInformedBecause?: string | null | undefined;
  /** Have you told social services? (Har du meddelat socialtjänsten?) */
  socialServicesInformed?: boolean | null | undefined;
  /** When was it, social services? (När meddelades socialtjänsten?) */
  socialServicesInformedAt?: string | null | undefined;
  /** Why not social services? (Varför har socialtjänsten inte meddelats?) */
  socialServicesNotInformedBecause?: string | null | undefined;
  /** Have you told the home? (Har du meddelat boendet?) */
  homeInformed?: boolean | null | undefined;
  /** When was it, the home? (När meddelades boendet?) */
  homeInformedAt?: string | null | undefined;
  /** Why not the home? (Varför har boendet inte meddelats?) */
  homeNotInformedBecause?: string | null | undefined;
  /** Have you told the school? (Har du meddelat skolan?) */
  schoolInformed?: boolean | null | undefined;
  /** When was it, the school? (När meddelades skolan?) */
  schoolInformedAt?: string | null | undefined;
  /** Why not the school? (Varför har skolan inte meddelats?) */
  schoolNotInformedBecause?: string | null | undefined;
  /** Have you talked with those close to the child? (Har du talat med dem som står barnet nära?) */
  closePersonsAsked?: boolean | null | undefined;
  /** What did they say that may help the police? (Vad sa de som kan hjälpa polisen?) */
  closePersonsSaid?: string | null | undefined;
  /** Why not? (Varför inte?) */
  closePersonsNotAskedBecause?: string | null | undefined;
  /** Do you suspect that the child is in an environment of risk or the victim of a crime? (Misstänker du att barnet är i riskmiljö eller utsätts för brott?) */
  riskOrCrimeSuspected?: boolean | null | undefined;
  /** Has the child probably left Sweden for good? (Denmark does not count.) (Har barnet sannolikt lämnat Sverige för gott? (Danmark räknas inte.)) */
  leftCountryLikely?: boolean | null | undefined;
  /** Has someone else told the board? (Har någon annan meddelat överförmyndaren?) */
  boardToldByOthers?: boolean | null | undefined;
  /** I know that I am to tell the board when the child is back or has left for good. (Jag vet att jag ska meddela överförmyndaren när barnet är tillbaka eller har lämnat landet för gott.) */
  dutyUnderstood?: boolean | null | undefined;
};

/** What a guardian tells the board of a child that is back (återkomst, till överförmyndaren). */
export type GuardianReturnFormInput = {
  /** When was the child found or back? (När påträffades eller återkom barnet?) */
  returnedAt?: string | null | undefined;
  /** Do the police know that the child is back? (Vet polisen att barnet är tillbaka?) */
  policeInformed?: boolean | null | undefined;
  /** Why not the police? (Varför har polisen inte meddelats?) */
  policeNotInformedBecause?: string | null | undefined;
  /** Does Migrationsverket know that the child is back? (Vet Migrationsverket att barnet är tillbaka?) */
  migrationAgencyInformed?: boolean | null | undefined;
  /** Why not Migrationsverket? (Varför har Migrationsverket inte meddelats?) */
  migrationAgencyNotInformedBecause?: string | null | undefined;
  /** Do social services know that the child is back? (Vet socialtjänsten att barnet är tillbaka?) */
  socialServicesInformed?: boolean | null | undefined;
  /** Why not social services? (Varför har socialtjänsten inte meddelats?) */
  socialServicesNotInformedBecause?: string | null | undefined;
  /** Does the home know that the child is back? (Vet boendet att barnet är tillbaka?) */
  homeInformed?: boolean | null | undefined;
  /** Why not the home? (Varför har boendet inte meddelats?) */
  homeNotInformedBecause?: string | null | undefined;
  /** Does the school know that the child is back? (Vet skolan att barnet är tillbaka?) */
  schoolInformed?: boolean | null | undefined;
  /** Why not the school? (Varför har skolan inte meddelats?) */
  schoolNotInformedBecause?: string | null | undefined;
  /** Has the child been asked what happened, where it was and with whom? (Har barnet fått frågan vad som har hänt, var det har varit och med vem?) */
  childAsked?: boolean | null | undefined;
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

/** Which published figures (vilka uppgifter). */
export type StatisticsFilter = {
  /** What is counted (vad som räknas). */
  subject: StatisticsSubject;
  /** A calendar year that is over (år). */
  year: number;
  /** Default: all (urval). */
  where?: StatisticsCondition | null | undefined;
};

/** Counts only units of one category (urval). */
export type StatisticsCondition = {
  /** The dimension, e.g. COUNTY (indelning). */
  dimension: StatisticsDimension;
  /** The category, e.g. "01" or FIRST (kategori). */
  category: string;
};

/** Which duty the caller takes on (åtagande). */
export type AcknowledgeDutyInput = {
  /** The child’s opaque reference (barn). */
  child: string | number;
  /** What is due (frist). */
  kind: DeadlineKind;
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

/** What must be seen now about a child, and why (nödöppning). */
export type BreakGlassInput = {
  /** The child’s opaque reference (barn). */
  child: string | number;
  /** Why it cannot wait for a decision; at least 20 characters (skäl). */
  reason: string;
  /** Rows of the access table (rader). */
  rows?: Array<string> | null | undefined;
  /** Or fields of them, as Type.field (fält). */
  fields?: Array<string> | null | undefined;
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

/** The guardian was asked about closing the case (samråd med god man). */
export type RecordGuardianConsultationInput = {
  /** The child’s opaque reference (barn). */
  child: string | number;
  /** Default: today in Stockholm (samrådsdag). */
  consultedOn?: string | null | undefined;
  /** What the guardian says (inställning). */
  opinion: GuardianOpinion;
  /** Demanded with OBJECTS and NO_GUARDIAN (skäl). */
  note?: string | null | undefined;
  /** The version that the caller has read; when it is another one by now: CONFLICT (förväntad version). */
  expectedVersion?: number | null | undefined;
};

/** Social services close their case about a child (avslut). */
export type CloseSocialCaseInput = {
  /** The child’s opaque reference (barn). */
  child: string | number;
  /** The version that the caller has read; when it is another one by now: CONFLICT (förväntad version). */
  expectedVersion?: number | null | undefined;
};

/** The child was found, or is back (påträffande, återkomst). */
export type RecordReturnInput = {
  /** The child’s opaque reference (barn). */
  child: string | number;
  /** When the child was found (påträffades). */
  foundAt?: string | null | undefined;
  /** When the child was back in care (återkom). */
  returnedAt?: string | null | undefined;
  /** Demanded with foundAt (påträffad av). */
  foundBy?: FoundBy | null | undefined;
  /** Demanded with foundAt (påträffad var). */
  foundWhere?: FoundWhere | null | undefined;
  /** What the child had been exposed to; empty when nothing was noted (tillstånd). */
  condition?: Array<FoundCondition> | null | undefined;
  /** Whether help was offered (erbjudna insatser). */
  measuresOffered?: boolean | null | undefined;
  /** What the child said (samtal). */
  conversation?: ReturnConversationInput | null | undefined;
  /** The version that the caller has read; when it is another one by now: CONFLICT (förväntad version). */
  expectedVersion?: number | null | undefined;
};

/** What the child said on coming back (samtal vid återkomst). */
export type ReturnConversationInput = {
  /** The day of the conversation (samtalsdag). */
  heldOn: string;
  /** What had happened (vad som hänt). */
  happened?: string | null | undefined;
  /** Where the child had been (var barnet varit). */
  whereabouts?: string | null | undefined;
  /** With whom, and how they are reached (kontakter). */
  company?: string | null | undefined;
  /** A crime against the child is suspected (misstänkt brott). */
  crimeSuspected: boolean;
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

/** A child has absconded from care (avvikande). */
export type ReportAbscondingInput = {
  /** The child’s opaque reference (barn). */
  child: string | number;
  /** When the child left (avvek). */
  abscondedAt: string;
  /** When it was noticed; the 24 hours run from then. Default: now (upptäcktes). */
  discoveredAt?: string | null | undefined;
  /** Who noticed (upptäckt av). */
  discoveredBy?: DiscoveredBy | null | undefined;
  /** Before the child was assigned to a municipality (ankomstskedet). */
  arrivalStage: boolean;
  /** The municipality absconded from; one that has had a case or a placement of the child. Default: where it was placed (kommun). */
  abscondedFrom?: string | null | undefined;
  /** Default: that of the placement then (placeringsform). */
  placementType?: PlacementType | null | undefined;
  /** Presumed cause (förmodad orsak). */
  presumedCause?: PresumedCause | null | undefined;
  /** Demanded with OTHER (orsak i egna ord). */
  causeNote?: string | null | undefined;
  /** The child said that it would go on to another country (vidareresa). */
  onwardTravelStated?: boolean | null | undefined;
  /** ISO 3166-1 alpha-3; demanded when onward travel was stated (land). */
  onwardCountry?: string | null | undefined;
  /** For the municipality’s own statistics; shown to nobody (skäl för asyl). */
  asylumGrounds?: string | null | undefined;
  /** ISO 3166-1 alpha-3; counted for the yearly figures, shown to nobody here (medborgarskap). */
  citizenship?: string | null | undefined;
  /** When the guardian was told (god man underrättad). */
  guardianInformedAt?: string | null | undefined;
  /** When the police were told (polisanmält). */
  reportedToPoliceAt?: string | null | undefined;
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

/** A child is reported missing (anmälan om försvunnen person). */
export type FileMissingPersonReportInput = {
  /** The child’s opaque reference (barn). */
  child: string | number;
  /** Whose report it is; default: the caller’s own (anmälare). */
  reporter?: Reporter | null | undefined;
  /** The answers (svar). */
  form: MissingPersonFormInput;
};

/** What the police ask about a missing child; what is not known is left out (uppgifter vid polisanmälan). */
export type MissingPersonFormInput = {
  /** Personal number or time of birth (Personnummer eller födelsetid) */
  personalNumberOrBirthDate?: string | null | undefined;
  /** Migrationsverket’s file number (Dossiernummer hos Migrationsverket) */
  dossierNumber?: string | null | undefined;
  /** Number of the LMA card (Nummer på LMA-kortet) */
  lmaNumber?: string | null | undefined;
  /** Given name, spelt as in the documents (Förnamn, stavat som i handlingarna) */
  givenName?: string | null | undefined;
  /** Family name, spelt as in the documents (Efternamn, stavat som i handlingarna) */
  familyName?: string | null | undefined;
  /** Address (Adress) */
  address?: string | null | undefined;
  /** Mobile number (Mobilnummer) */
  phone?: string | null | undefined;
  /** E-mail address (E-postadress) */
  email?: string | null | undefined;
  /** Names in social media (Användarnamn i sociala medier) */
  socialMedia?: Array<string> | null | undefined;
  /** Guardian: name and telephone (God man: namn och telefon) */
  guardianContact?: string | null | undefined;
  /** Social worker: name and telephone (Socialsekreterare: namn och telefon) */
  socialWorkerContact?: string | null | undefined;
  /** School, class, teacher and telephone (Skola, klass, mentor och telefon) */
  school?: string | null | undefined;
  /** Family, relatives and friends here and abroad: how they are reached (Familj, släkt och vänner här och utomlands: hur de nås) */
  familyAndFriends?: Array<string> | null | undefined;
  /** Sex (Kön) */
  sex?: string | null | undefined;
  /** Country or region the child comes from (Land eller region som barnet kommer från) */
  origin?: string | null | undefined;
  /** Languages the child speaks (Språk som barnet talar) */
  languages?: Array<string> | null | undefined;
  /** Is an interpreter needed? (Behövs tolk?) */
  interpreterNeeded?: boolean | null | undefined;
  /** Height (Längd) */
  height?: string | null | undefined;
  /** Build (Kroppsbyggnad) */
  build?: string | null | undefined;
  /** Hair (Hår) */
  hair?: string | null | undefined;
  /** Eyes (Ögon) */
  eyes?: string | null | undefined;
  /** Marks, e.g. scar, tattoo, glasses, teeth (Kännetecken, t.ex. ärr, tatuering, glasögon, tänder) */
  marks?: string | null | undefined;
  /** Clothing when the child disappeared (Kläder när barnet försvann) */
  clothing?: string | null | undefined;
  /** Is there a photo? (Finns ett foto?) */
  photoExists?: boolean | null | undefined;
  /** Special needs, e.g. an illness or a diagnosis (Särskilda behov, t.ex. sjukdom eller diagnos) */
  specialNeeds?: string | null | undefined;
  /** Has the child spoken of suicide? (Har barnet uttryckt självmordstankar?) */
  suicidalThoughts?: boolean | null | undefined;
  /** Has the child been missing before? (Har barnet varit försvunnet förut?) */
  missingBefore?: boolean | null | undefined;
  /** Where was the child then? (Var var barnet då?) */
  missingBeforeWhere?: string | null | undefined;
  /** For how long has the child been in Sweden? (Hur länge har barnet varit i Sverige?) */
  timeInSweden?: string | null | undefined;
  /** Where has the child lived here? (Var har barnet bott här?) */
  livedWhere?: string | null | undefined;
  /** When the child absconded (När barnet avvek) */
  abscondedAt?: string | null | undefined;
  /** Where the child was last seen (Var barnet sågs senast) */
  lastSeenPlace?: string | null | undefined;
  /** When the child was last seen (När barnet sågs senast) */
  lastSeenAt?: string | null | undefined;
  /** Who saw the child last: name and telephone (Vem som såg barnet senast: namn och telefon) */
  lastSeenBy?: string | null | undefined;
  /** Did the child take its belongings (planned)? (Tog barnet sina saker med sig (planerat)?) */
  tookBelongings?: boolean | null | undefined;
  /** Was the child worried or afraid before it disappeared? (Var barnet oroligt eller rädd före försvinnandet?) */
  anxietyShown?: boolean | null | undefined;
  /** How did it show? (Hur visade det sig?) */
  anxietyShownHow?: string | null | undefined;
  /** Have unknown persons looked for the child or been seen near it? (Har okända sökt barnet eller setts nära det?) */
  unknownPersons?: boolean | null | undefined;
  /** Who: men, women? (Vilka: män, kvinnor?) */
  unknownPersonsKind?: string | null | undefined;
  /** How many? (Hur många?) */
  unknownPersonsCount?: number | null | undefined;
  /** About how old? (Ungefär hur gamla?) */
  unknownPersonsAge?: string | null | undefined;
  /** A vehicle? (Fordon?) */
  unknownPersonsVehicle?: string | null | undefined;
  /** On which occasions? (Vid vilka tillfällen?) */
  unknownPersonsOccasions?: string | null | undefined;
  /** Was the child different after the contact? (Blev barnet annorlunda efter kontakten?) */
  unknownPersonsMoodChanged?: boolean | null | undefined;
  /** Has the child recently had a refusal or other bad news? (Har barnet nyligen fått ett avslag eller annat tungt besked?) */
  negativeDecision?: boolean | null | undefined;
  /** What else the police should know (Annat som polisen bör veta) */
  otherCircumstances?: string | null | undefined;
  /** When the police were told first, if earlier (När polisen fick veta det först, om det var tidigare) */
  earlierReportAt?: string | null | undefined;
  /** Number of an earlier report (Diarienummer på en tidigare anmälan) */
  earlierReportNumber?: string | null | undefined;
  /** Illness, abuse, mental state, medicines (Sjukdom, missbruk, psykiskt mående, mediciner) */
  health?: string | null | undefined;
  /** Interests (Intressen) */
  interests?: string | null | undefined;
  /** Circle (Umgänge) */
  circle?: string | null | undefined;
  /** Stays in other countries, where and for how long (Vistelser i andra länder, var och hur länge) */
  staysElsewhere?: string | null | undefined;
  /** Has the child moved in criminal circles? (Har barnet rört sig i kriminella kretsar?) */
  criminalCircles?: boolean | null | undefined;
  /** Is a crime against the child suspected, or one that it will commit? (Misstänks brott mot barnet, eller att barnet ska begå brott?) */
  crimeSuspected?: boolean | null | undefined;
  /** What is suspected? (Vad misstänks?) */
  crimeSuspectedWhat?: string | null | undefined;
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

export type AcknowledgeDutyMutationVariables = Exact<{
  input: AcknowledgeDutyInput;
  key: string | number;
}>;

export type AcknowledgeDutyMutation = {
  acknowledgeDuty: {
    kind: DeadlineKind;
    dueAt: string;
    owner: RoutineActor;
    state: DeadlineState;
    acknowledgedBy: RoutineActor | null;
    acknowledgedAt: string | null;
  };
};

export type BreakGlassMutationVariables = Exact<{
  input: BreakGlassInput;
  key: string | number;
}>;

export type BreakGlassMutation = { breakGlass: { id: string; openUntil: string } };

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

export type CaseQueryVariables = Exact<{
  child: string | number;
  language: Language;
  names: boolean;
  birthDate: boolean;
  absconding: boolean;
  responsibility: boolean;
  episodes: boolean;
  history: boolean;
  details: boolean;
  report: boolean;
  guardian: boolean;
  caseStatus: boolean;
  caseVersion: boolean;
  worker: boolean;
}>;

export type CaseQuery = {
  child: {
    id: string;
    birthDate?: string | null;
    names?: Array<{
      full: string | null;
      given: string | null;
      family: string | null;
      kind: NameKind;
    }> | null;
    absconding?: {
      absconded: boolean;
      abscondedOn: string | null;
      status: AbscondingStatus | null;
      arrivalStage: boolean | null;
    } | null;
    deadlines: Array<{
      kind: DeadlineKind;
      dueAt: string;
      owner: RoutineActor;
      state: DeadlineState;
      acknowledgedBy: RoutineActor | null;
      acknowledgedAt: string | null;
    }> | null;
    responsibility?: {
      rule: ResponsibilityRule;
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
    } | null;
    episodes?: Array<
      { id: string; version: number | null; foundAt: string | null; returnedAt: string | null } & {
        abscondedAt?: string | null;
        discoveredAt?: string | null;
        status?: AbscondingStatus | null;
        reportedToPoliceAt?: string | null;
        guardianInformedAt?: string | null;
        leftCountryConfirmedAt?: string | null;
        notedMissingOn?: string | null;
        abscondedFrom?: { name: string } | null;
      } & { foundBy?: FoundBy | null; foundWhere?: FoundWhere | null }
    > | null;
    missingPersonReport?: { reportNumber: string | null; reportedAt: string | null } | null;
    guardian?: { name: string; phone: string | null } | null;
    socialCase: {
      status?: SocialCaseStatus | null;
      guardianConsultedOn?: string | null;
      guardianOpinion?: GuardianOpinion | null;
      version?: number | null;
      unit?: string | null;
      socialWorkerName?: string | null;
      socialWorkerPhone?: string | null;
    } | null;
  } | null;
};

export type ReportAbscondingMutationVariables = Exact<{
  input: ReportAbscondingInput;
  key: string | number;
}>;

export type ReportAbscondingMutation = { reportAbsconding: { id: string } };

export type FileMissingPersonReportMutationVariables = Exact<{
  input: FileMissingPersonReportInput;
  key: string | number;
}>;

export type FileMissingPersonReportMutation = { fileMissingPersonReport: { reportNumber: string | null } };

export type SubmitGuardianReportMutationVariables = Exact<{
  input: SubmitGuardianReportInput;
  language: Language;
  key: string | number;
}>;

export type SubmitGuardianReportMutation = {
  submitGuardianReport: { id: string; instructions: Array<string> };
};

export type RecordReturnMutationVariables = Exact<{
  input: RecordReturnInput;
  key: string | number;
}>;

export type RecordReturnMutation = { recordReturn: { id: string } };

export type RecordGuardianConsultationMutationVariables = Exact<{
  input: RecordGuardianConsultationInput;
  key: string | number;
}>;

export type RecordGuardianConsultationMutation = {
  recordGuardianConsultation: { guardianConsultedOn: string | null };
};

export type CloseSocialCaseMutationVariables = Exact<{
  input: CloseSocialCaseInput;
  key: string | number;
}>;

export type CloseSocialCaseMutation = { closeSocialCase: { closedOn: string | null } };

export type CaseUpdatesSubscriptionVariables = Exact<{
  after?: string | null | undefined;
  types: Array<CaseUpdateType> | CaseUpdateType;
}>;

export type CaseUpdatesSubscription = {
  caseUpdates: {
    cursor: string;
    id: string;
    type: CaseUpdateType;
    occurredAt: string;
    child: { id: string };
  };
};

export type CaseloadQueryVariables = Exact<{
  after?: string | null | undefined;
  status?: AbscondingStatus | null | undefined;
  names: boolean;
  absconding: boolean;
}>;

export type CaseloadQuery = {
  caseload: {
    unavailable: Array<Agency>;
    edges: Array<{
      node: {
        id: string;
        names?: Array<{ full: string | null; given: string | null; family: string | null }> | null;
        absconding?: { abscondedOn: string | null; status: AbscondingStatus | null } | null;
        nextDeadline: {
          kind: DeadlineKind;
          dueAt: string;
          owner: RoutineActor;
          state: DeadlineState;
          acknowledgedBy: RoutineActor | null;
          acknowledgedAt: string | null;
        } | null;
      };
    }>;
    pageInfo: { hasNextPage: boolean; endCursor: string | null };
  };
};

export type DueFragment = {
  kind: DeadlineKind;
  dueAt: string;
  owner: RoutineActor;
  state: DeadlineState;
  acknowledgedBy: RoutineActor | null;
  acknowledgedAt: string | null;
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
    emergencyFields: Array<string>;
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

export type StatisticsQueryVariables = Exact<{
  filter: StatisticsFilter;
  groupBy: Array<StatisticsDimension> | StatisticsDimension;
  language: Language;
}>;

export type StatisticsQuery = {
  statistics: {
    publishedAt: string;
    threshold: number;
    definition: string;
    cells: Array<{
      categories: Array<string>;
      labels: Array<string>;
      count: number | null;
      suppressed: boolean;
    }>;
  };
};

export type StatisticsFileQueryVariables = Exact<{
  filter: StatisticsFilter;
  groupBy: Array<StatisticsDimension> | StatisticsDimension;
  language: Language;
  csv: boolean;
  jsonStat: boolean;
}>;

export type StatisticsFileQuery = { statistics: { csv?: string; jsonStat?: string } };

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
export const DueFragmentDoc = /*#__PURE__*/ new TypedDocumentString(
  `
    fragment Due on Deadline {
  kind
  dueAt
  owner
  state
  acknowledgedBy
  acknowledgedAt
}
    `,
  { fragmentName: 'Due' },
) as unknown as TypedDocumentString<DueFragment, unknown>;
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
export const AcknowledgeDutyDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation AcknowledgeDuty($input: AcknowledgeDutyInput!, $key: ID!) {
  acknowledgeDuty(input: $input, idempotencyKey: $key) {
    ...Due
  }
}
    fragment Due on Deadline {
  kind
  dueAt
  owner
  state
  acknowledgedBy
  acknowledgedAt
}`) as unknown as TypedDocumentString<AcknowledgeDutyMutation, AcknowledgeDutyMutationVariables>;
export const BreakGlassDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation BreakGlass($input: BreakGlassInput!, $key: ID!) {
  breakGlass(input: $input, idempotencyKey: $key) {
    id
    openUntil
  }
}
    `) as unknown as TypedDocumentString<BreakGlassMutation, BreakGlassMutationVariables>;
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
export const CaseDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Case($child: ID!, $language: Language!, $names: Boolean!, $birthDate: Boolean!, $absconding: Boolean!, $responsibility: Boolean!, $episodes: Boolean!, $history: Boolean!, $details: Boolean!, $report: Boolean!, $guardian: Boolean!, $caseStatus: Boolean!, $caseVersion: Boolean!, $worker: Boolean!) {
  child(id: $child) {
    id
    names @include(if: $names) {
      full
      given
      family
      kind
    }
    birthDate @include(if: $birthDate)
    absconding @include(if: $absconding) {
      absconded
      abscondedOn
      status
      arrivalStage
    }
    deadlines {
      ...Due
    }
    responsibility @include(if: $responsibility) {
      rule
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
    }
    episodes @include(if: $episodes) {
      id
      version
      foundAt
      returnedAt
      ... @include(if: $history) {
        abscondedAt
        discoveredAt
        status
        reportedToPoliceAt
        guardianInformedAt
        leftCountryConfirmedAt
        notedMissingOn
        abscondedFrom {
          name
        }
      }
      ... @include(if: $details) {
        foundBy
        foundWhere
      }
    }
    missingPersonReport @include(if: $report) {
      reportNumber
      reportedAt
    }
    guardian @include(if: $guardian) {
      name
      phone
    }
    socialCase {
      status @include(if: $caseStatus)
      guardianConsultedOn @include(if: $caseVersion)
      guardianOpinion @include(if: $caseVersion)
      version @include(if: $caseVersion)
      unit @include(if: $worker)
      socialWorkerName @include(if: $worker)
      socialWorkerPhone @include(if: $worker)
    }
  }
}
    fragment Due on Deadline {
  kind
  dueAt
  owner
  state
  acknowledgedBy
  acknowledgedAt
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
}`) as unknown as TypedDocumentString<CaseQuery, CaseQueryVariables>;
export const ReportAbscondingDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation ReportAbsconding($input: ReportAbscondingInput!, $key: ID!) {
  reportAbsconding(input: $input, idempotencyKey: $key) {
    id
  }
}
    `) as unknown as TypedDocumentString<ReportAbscondingMutation, ReportAbscondingMutationVariables>;
export const FileMissingPersonReportDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation FileMissingPersonReport($input: FileMissingPersonReportInput!, $key: ID!) {
  fileMissingPersonReport(input: $input, idempotencyKey: $key) {
    reportNumber
  }
}
    `) as unknown as TypedDocumentString<
  FileMissingPersonReportMutation,
  FileMissingPersonReportMutationVariables
>;
export const SubmitGuardianReportDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation SubmitGuardianReport($input: SubmitGuardianReportInput!, $language: Language!, $key: ID!) {
  submitGuardianReport(input: $input, idempotencyKey: $key) {
    id
    instructions(language: $language)
  }
}
    `) as unknown as TypedDocumentString<SubmitGuardianReportMutation, SubmitGuardianReportMutationVariables>;
export const RecordReturnDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RecordReturn($input: RecordReturnInput!, $key: ID!) {
  recordReturn(input: $input, idempotencyKey: $key) {
    id
  }
}
    `) as unknown as TypedDocumentString<RecordReturnMutation, RecordReturnMutationVariables>;
export const RecordGuardianConsultationDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation RecordGuardianConsultation($input: RecordGuardianConsultationInput!, $key: ID!) {
  recordGuardianConsultation(input: $input, idempotencyKey: $key) {
    guardianConsultedOn
  }
}
    `) as unknown as TypedDocumentString<
  RecordGuardianConsultationMutation,
  RecordGuardianConsultationMutationVariables
>;
export const CloseSocialCaseDocument = /*#__PURE__*/ new TypedDocumentString(`
    mutation CloseSocialCase($input: CloseSocialCaseInput!, $key: ID!) {
  closeSocialCase(input: $input, idempotencyKey: $key) {
    closedOn
  }
}
    `) as unknown as TypedDocumentString<CloseSocialCaseMutation, CloseSocialCaseMutationVariables>;
export const CaseUpdatesDocument = /*#__PURE__*/ new TypedDocumentString(`
    subscription CaseUpdates($after: Cursor, $types: [CaseUpdateType!]!) {
  caseUpdates(after: $after, types: $types) {
    cursor
    id
    type
    occurredAt
    child {
      id
    }
  }
}
    `) as unknown as TypedDocumentString<CaseUpdatesSubscription, CaseUpdatesSubscriptionVariables>;
export const CaseloadDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Caseload($after: String, $status: AbscondingStatus, $names: Boolean!, $absconding: Boolean!) {
  caseload(first: 20, after: $after, status: $status) {
    edges {
      node {
        id
        names @include(if: $names) {
          full
          given
          family
        }
        absconding @include(if: $absconding) {
          abscondedOn
          status
        }
        nextDeadline {
          ...Due
        }
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
    unavailable
  }
}
    fragment Due on Deadline {
  kind
  dueAt
  owner
  state
  acknowledgedBy
  acknowledgedAt
}`) as unknown as TypedDocumentString<CaseloadQuery, CaseloadQueryVariables>;
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
    emergencyFields
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
export const StatisticsDocument = /*#__PURE__*/ new TypedDocumentString(`
    query Statistics($filter: StatisticsFilter!, $groupBy: [StatisticsDimension!]!, $language: Language!) {
  statistics(filter: $filter, groupBy: $groupBy) {
    publishedAt
    threshold
    definition(language: $language)
    cells(language: $language) {
      categories
      labels
      count
      suppressed
    }
  }
}
    `) as unknown as TypedDocumentString<StatisticsQuery, StatisticsQueryVariables>;
export const StatisticsFileDocument = /*#__PURE__*/ new TypedDocumentString(`
    query StatisticsFile($filter: StatisticsFilter!, $groupBy: [StatisticsDimension!]!, $language: Language!, $csv: Boolean!, $jsonStat: Boolean!) {
  statistics(filter: $filter, groupBy: $groupBy) {
    csv(language: $language) @include(if: $csv)
    jsonStat(language: $language) @include(if: $jsonStat)
  }
}
    `) as unknown as TypedDocumentString<StatisticsFileQuery, StatisticsFileQueryVariables>;
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
