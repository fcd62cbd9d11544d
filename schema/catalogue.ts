/** Shapes of public queries that every change of the schema must still be able to plan. */
export const catalogue: Readonly<Record<string, string>> = {
  'the found child': `query ($criteria: IdentityCriteria!, $foundIn: MunicipalityCode!) {
    identify(criteria: $criteria, foundIn: $foundIn) {
      outcome grade evidence { identifier agreement heldBy weight }
      guidance { text contacts { name phones { display } openNow } steps { id text } }
      child {
        id names { given family } birthDate isMinor languages { code }
        absconding { absconded abscondedOn status arrivalStage }
        responsibility(foundIn: $foundIn) {
          rule authority municipality { code name } interim { code name } explanation basis { code title }
          contacts { name phones { display } openNow closesAt } steps { id text }
        }
        deadlines { kind dueAt owner state }
        missingPersonReport { reportNumber } guardianship { kind board { name } }
      }
    }
  }`,
  'a known child': `query ($id: ID!) {
    child(id: $id) {
      dossierNumber lmaNumber names { given family kind statedBy statedOn } birthDate
      birthDateClaims { date kind } ageAssessment { adult } sex citizenship arrivalMunicipality { code }
      assignment { municipality { code } assignedOn } assignmentHistory { assignedOn } asylumCase { status decision }
      socialCase { status socialWorkerName } placement { type address } episodes { abscondedAt status }
      riskAssessment { items { code } plan { measure } } description { heightCm photoUrl } careOrder { kind }
      missingPersonReport { reportNumber lastSeenPlace } nationalAlertActive suspectedVictimOfCrime
      foundEvents { at foundIn { name } } guardian { name } guardianship { kind }
      absconding { status } responsibility { rule } deadlines { kind }
    }
  }`,
  'computed fields alone': 'query ($id: ID!) { child(id: $id) { absconding { absconded } } }',
  'one agency twice under aliases':
    'query ($id: ID!) { a: child(id: $id) { names { given } } b: child(id: $id) { sex deadlines { kind } } }',
  'the caseload': `query ($status: AbscondingStatus) {
    caseload(first: 20, status: $status) {
      edges { cursor node { id names { given family } absconding { status } nextDeadline { kind dueAt owner state } } }
      pageInfo { hasNextPage endCursor } unavailable
    }
  }`,
  'the receipt of a meeting': `mutation ($input: RecordFoundInput!) {
    recordFound(input: $input) { id place guidance { text contacts { name openNow } steps { id text } } }
  }`,
  conditions: `query ($id: ID!, $more: Boolean!) {
    child(id: $id) { birthDate @include(if: $more) responsibility @skip(if: $more) { rule } guardian { name } }
  }`,
  'the directory': `{ me { role allowedFields(purpose: IDENTIFICATION) }
    dutyContacts(municipality: "0180") { name } routine(phase: FOUND) { text } municipality(code: "0180") { name } }`,
  'live updates': `subscription ($after: Cursor, $types: [CaseUpdateType!], $child: ID) {
    caseUpdates(after: $after, types: $types, child: $child) {
      cursor id type occurredAt recordedAt publishedBy municipality { code name } reading { agency role purpose }
      child { id names { given } absconding { status } responsibility { rule } missingPersonReport { reportNumber } }
    }
  }`,
  'endpoints in trouble': `subscription ($after: Cursor) {
    webhookUpdates(after: $after) { cursor id type occurredAt webhook }
  }`,
};
