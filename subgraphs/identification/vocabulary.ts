import { registerWords } from '../shared/graph/vocabulary';

export const RoleEnum = registerWords('Role', 'The role of the asker, from the token (roll).', {
  SOCIAL_WORKER: 'Social worker of a municipality (socialsekreterare).',
  SOCIAL_EMERGENCY: 'Social emergency service of a municipality (socialjour).',
  OUTREACH_WORKER: 'Municipal outreach worker (fältassistent, uppsökande verksamhet).',
  POLICE_OFFICER: 'Police officer in the field (polis i yttre tjänst).',
  POLICE_INVESTIGATOR: 'Police investigator (utredare).',
  BORDER_POLICE: 'Border police, as finder only (gränspolis).',
  MIGRATION_OFFICER: 'Case officer of the Migration Agency (handläggare, Migrationsverket).',
  GUARDIAN: 'Guardian or custodian of the child (god man, särskilt förordnad vårdnadshavare).',
  GUARDIANSHIP_OFFICER: 'Officer of a guardianship board (handläggare, överförmyndaren).',
  COUNTY_ANALYST: 'Analyst of a county administrative board (länsstyrelsens analytiker).',
  NGO_WORKER: 'Worker or volunteer of an organisation (frivilligorganisation).',
  SCHOOL_HEALTH_STAFF: 'Staff of a school or of health care (skola, vård).',
  INTEGRATOR: 'A system acting for an agency (verksamhetssystem).',
  AUDITOR: 'Reviewer of the access log (granskare).',
});

export const PurposeEnum = registerWords('Purpose', 'Why data are asked for (ändamål).', {
  IDENTIFICATION: 'To find out who a met child is (identifiering).',
  PROTECTION: 'To protect a child who has absconded or was found (skydd).',
  CASE_WORK: 'To handle the asker’s own case (egen handläggning).',
  GUARDIANSHIP: 'To act as guardian or to supervise one (godmanskap).',
  REPORTING: 'To hand in a report (rapportering).',
  STATISTICS: 'To count (statistik).',
  AUDIT: 'To review the log (loggranskning).',
});

export const OutcomeEnum = registerWords('IdentificationOutcome', 'Whether one child was found (utfall).', {
  UNIQUE_MATCH: 'Exactly one child fits well enough (entydig träff).',
  NO_UNIQUE_MATCH:
    'None, several, or one that may not be told; the answer is the same (ingen entydig träff).',
});

export const GradeEnum = registerWords('MatchGrade', 'How sure the match is (träffens säkerhet).', {
  CERTAIN: 'Certain enough to act on (säker).',
  PROBABLE: 'Probable: check with the contact before acting on identity (sannolik).',
});

export const ModeEnum = registerWords('IdentificationMode', 'What a match rests on (sökläge).', {
  AS_STATED: 'On all that was stated (som uppgivet).',
  OTHER_NAME_AND_AGE:
    'On what is left when name, birth date and age are another’s; never CERTAIN (annat namn och annan ålder).',
});

export const AgreementEnum = registerWords('Agreement', 'How an identifier agrees (överensstämmelse).', {
  EXACT: 'The same (lika).',
  CLOSE: 'A variant or a slip of it (nära).',
  DIFFERENT: 'Another (olika).',
  NOT_HELD: 'The agency holds no such identifier (saknas).',
});

export const DutyKindEnum = registerWords('DutyKind', 'The kind of function that answers (funktion).', {
  SOCIAL_SERVICES: 'Social services in office hours (socialtjänst).',
  SOCIAL_EMERGENCY: 'Social emergency service (socialjour).',
  YOUTH_EMERGENCY: 'Youth emergency service (ungdomsjour).',
  GUARDIANSHIP_BOARD: 'Guardianship board (överförmyndare).',
  POLICE: 'Police (polis).',
  MIGRATION_AGENCY: 'The Migration Agency (Migrationsverket).',
  SWITCHBOARD: 'Municipal switchboard (växel).',
  NGO: 'Voluntary organisation (frivilligorganisation).',
  HOTLINE: 'National helpline (stödlinje).',
});

export const PhaseEnum = registerWords('RoutinePhase', 'The phase a step belongs to (skede).', {
  PREVENTION: 'Before an absconding (förebyggande).',
  ABSCONDED_ARRIVAL_STAGE: 'Absconded before assignment (avvikit i ankomstskedet).',
  ABSCONDED_AFTER_ASSIGNMENT: 'Absconded after assignment (avvikit efter anvisning).',
  WHILE_MISSING: 'While the child is away (under tiden).',
  FOUND: 'When a child is met (påträffad).',
  RETURNED: 'When the child is back (återkommen).',
});

export const ActorEnum = registerWords('RoutineActor', 'Who takes a step (aktör).', {
  HOME: 'The home: HVB, foster home, supported housing (boendet).',
  SOCIAL_SERVICES: 'Social services (socialtjänsten).',
  GUARDIAN: 'The guardian (god man).',
  GUARDIANSHIP_BOARD: 'The guardianship board (överförmyndaren).',
  SCHOOL: 'The school (skolan).',
  POLICE: 'The police (polisen).',
  MIGRATION_AGENCY: 'The Migration Agency (Migrationsverket).',
  HEALTH_CARE: 'Health care (vården).',
  NGO: 'Voluntary organisations (frivilligorganisationer).',
  ANYONE: 'Everyone who meets the child (alla).',
});

export const RuleEnum = registerWords(
  'ResponsibilityRule',
  'The rule that decided who is responsible (regel).',
  {
    UNIDENTIFIED: 'Identity unknown: the municipality of finding (okänd identitet).',
    ADULT: 'Adult by the deciding authority: the Migration Agency (vuxen).',
    RESIDENCE_PERMIT: 'Has a permit: the municipality’s long-term responsibility (uppehållstillstånd).',
    PLACED_ELSEWHERE: 'Placed in or by another municipality: the placing one (placerad).',
    ARRIVAL_CASE_OPEN: 'Not assigned, arrival case open: municipality of arrival (ankomstkommun).',
    UNASSIGNED_CASE_CLOSED: 'Not assigned, case closed: the Migration Agency assigns (ska anvisas).',
    ASSIGNED_CASE_OPEN: 'Assigned, case open: the assigned municipality (anvisningskommun).',
    ASSIGNED_CASE_CLOSED: 'Assigned, case closed: new assignment (ny anvisning).',
    NEVER_APPLIED: 'No asylum application: the municipality of finding (ej ansökt).',
  },
);

export const DeadlineKindEnum = registerWords('DeadlineKind', 'What is due (frist).', {
  POLICE_REPORT_24H: 'Missing-person report within 24 hours (polisanmälan).',
  INFORM_GUARDIAN_AND_SOCIAL_SERVICES_24H:
    'Guardian and social services told within 24 hours (underrättelse).',
  INFORM_MIGRATION_AGENCY_24H: 'The Migration Agency told within 24 hours (underrättelse).',
  TRAFFICKING_WATCH_48H: 'Raised risk of trafficking for 48 hours (människohandel).',
  PROTECTION_ASSESSMENT: 'Assessment of need of protection, at once (skyddsbedömning).',
  INVESTIGATION_DECISION_14D: 'Decision whether to investigate within 14 days (beslut om utredning).',
  INVESTIGATION_4M: 'Investigation ended within four months (utredning).',
  CONCERN_REPLY_1W: 'Whoever reported a concern told what came of it within a week (återkoppling).',
  LVU_SUBMIT_1W: 'Immediate care submitted to the court within a week (underställning).',
  LVU_APPLY_4W: 'Application for care within four weeks (ansökan om vård).',
  CARE_REVIEW_6M: 'Review of care every six months (övervägande, omprövning).',
  RECONCILIATION_MEETING: 'The next meeting of those who look for the child (avstämningsmöte).',
  MISSING_AFTER_3M: 'Counts as missing from three months (försvunnen).',
  RISK_FOLLOW_UP: 'Follow-up of risk (uppföljning av risk).',
  TRANSFER_ANSWER_1M: 'Answer of another municipality to a request for transfer (överflyttning).',
  REPRESENTATIVE_15WD: 'A representative within fifteen working days (företrädare).',
  EIGHTEENTH_BIRTHDAY: 'The 18th birthday (18-årsdagen).',
});

export const DeadlineStateEnum = registerWords('DeadlineState', 'Where a deadline stands (läge).', {
  PENDING: 'Not yet due (återstår).',
  DONE: 'Done (gjord).',
  OVERDUE: 'Past due and not done (försenad).',
  CANCELLED: 'No longer needed (bortfallen).',
});

export const UpdateTypeEnum = registerWords(
  'CaseUpdateType',
  'What happened in a child’s case (slag av händelse).',
  {
    CHILD_REGISTERED: 'The Migration Agency registered the child (registrerat).',
    ASSIGNED: 'Assigned to a municipality (anvisat).',
    CASE_OPENED: 'Social services opened a case (ärende öppnat).',
    PLACED: 'Placed in a home (placerat).',
    ABSCONDED: 'Absconded (avvikit).',
    MISSING_PERSON_REPORTED: 'Reported missing to the police (anmält försvunnet).',
    IMMEDIATE_CARE_DECIDED: 'A decision on immediate care (omedelbart omhändertagande).',
    DEADLINE_APPROACHING: 'Something is due soon (frist närmar sig).',
    DEADLINE_MISSED: 'Something is past due (frist passerad).',
    DUTY_ACKNOWLEDGED: 'Whose turn it is has taken on what is due (frist åtagen).',
    CLASSIFIED_MISSING: 'Counts as missing, after three months (försvunnet).',
    FOUND: 'Found (påträffat).',
    RETURNED: 'Back (återkommit).',
    LEFT_COUNTRY: 'Confirmed to have left Sweden for good (varaktigt utomlands).',
    CASE_CLOSED: 'A case was closed (ärende avslutat).',
    GUARDIAN_APPOINTED: 'A guardian was appointed (god man förordnad).',
    GUARDIANSHIP_ENDED: 'The guardianship ended (godmanskap upphört).',
    GUARDIAN_REPORTED: 'The guardian reported to the board (god mans rapport).',
    CONCERN_RAISED: 'A report of concern came in (orosanmälan).',
    RESPONSIBILITY_CHANGED: 'Another municipality or authority is responsible (ansvar ändrat).',
    DISCLOSURE_REQUESTED: 'Held-back fields were asked for (utlämnande begärt).',
    DISCLOSURE_DECIDED: 'A request for fields was decided (utlämnande prövat).',
    GLASS_BROKEN: 'Something was opened in an emergency (nödöppnat).',
    CORE_FACTS_READ: 'Another agency read the child’s core facts (uppgifter lästa).',
    CHILDREN_LINKED: 'Another reference was found to be the same child (länkat).',
    CHILDREN_UNLINKED: 'References were found to be different children (länk bruten).',
  },
);

export const WebhookUpdateTypeEnum = registerWords(
  'WebhookUpdateType',
  'What happened to an endpoint (slag av händelse).',
  { WEBHOOK_DISABLED: 'Nothing more is sent: it failed for too long, or is gone (avstängd).' },
);

export const WebhookStateEnum = registerWords('WebhookState', 'Whether an endpoint is sent to (läge).', {
  ACTIVE: 'Events are sent (aktiv).',
  DISABLED: 'Nothing is sent: by its owner, or since it failed for too long (avstängd).',
});
