import { acceptedPurposes } from '../../../schema/access/acceptedPurposes';
import { purposes, type Purpose } from '../../../schema/protocol/vocabulary';
import { createTestHub, type HubAnswer, type TestHub } from '../../harness/hub';
import { childIdOf, dossierOf, matrixChild, situations, type Situation } from './matrixWorld';
import { isOpen, judged, secrecyOf } from './oracle';
import { seats, type Seat } from './seats';

const everything = `query Everything($id: ID!) { child(id: $id) {
  absconding { absconded abscondedOn status arrivalStage }
  responsibility(foundIn: "0180") { rule } deadlines { kind } nextDeadline { kind }
  dossierNumber lmaNumber names { given } birthDate birthDateClaims { date } isMinor ageAssessment { adult } sex citizenship
  languages { code } arrivalMunicipality { code } assignmentHistory { current }
  assignment { municipality { code } assignedOn ground endedOn current version }
  asylumCase { status openedOn closedOn closingReason decision decidedOn appealPending lmaEntitled version }
  socialCase { status municipality { code } openedOn closedOn caseNumber guardianConsultedOn guardianOpinion guardianOpinionNote socialWorkerName socialWorkerPhone unit version }
  placement { type municipality { code } placedBy { code } since until name address version }
  episodes { abscondedAt discoveredAt arrivalStage abscondedFrom { code } status reportedToPoliceAt notedMissingOn
    presumedCause returnedAt foundAt foundBy foundWhere condition measuresOffered version
    discoveredBy placementType causeNote onwardCountry guardianInformedAt leftCountryConfirmedAt leftCountryConfirmedBy
    informed { receiver } meetings { outcome } conversation { heldOn } }
  riskAssessment { assessedOn items { code } checklistVersion lifeDanger nextFollowUpOn plan { measure } version }
  description { heightCm build hair eyes marks clothing updatedOn photoUrl version }
  careOrder { kind decidedOn executedOn submittedOn appliedOn inForce handrackningRequested handrackningRequestedOn handrackningGround grounds version }
  missingPersonReport { status reportNumber reportedAt reportedBy lastSeenPlace lastSeenAt version
    closedAt outcome answers { question } supplements { by } }
  nationalAlertActive suspectedVictimOfCrime foundEvents { foundIn { code } at by place condition identityKnown note { question } }
  guardian { name } guardianship { kind status board { code } boardContact appointedOn endedOn endReason petitionForCustodian watchedSince reports { kind } version }
} }`;

/** The types whose objects stand directly under a child, and where. */
const places: Readonly<Record<string, string>> = {
  AbscondingSummary: 'absconding',
  Assignment: 'assignment',
  AsylumCase: 'asylumCase',
  SocialCase: 'socialCase',
  Placement: 'placement',
  AbscondingEpisode: 'episodes',
  RiskAssessment: 'riskAssessment',
  ChildDescription: 'description',
  CareOrder: 'careOrder',
  MissingPersonReport: 'missingPersonReport',
  FoundEvent: 'foundEvents',
  Guardianship: 'guardianship',
};
/** Held by nobody in this world, whatever the reader may see: the guardianship goes on, the assignment is in force, nobody has come back. */
const empty =
  /\.(endedOn|endReason|closedOn|closingReason|until|notedMissingOn|guardianOpinion|guardianOpinionNote|discoveredBy|placementType|causeNote|onwardCountry|leftCountryConfirmedAt|leftCountryConfirmedBy|conversation|closedAt|outcome|watchedSince|status|arrivalStage)$|CareOrder\.handrackning/;

let hub: TestHub;
beforeAll(async () => {
  const now = new Date();
  // Asked for far more often than anybody would: the budgets are tried elsewhere.
  hub = await createTestHub({
    children: situations.map((situation) => matrixChild(situation, now)),
    env: { SEARCH_BUDGET_FACTOR: '1000' },
  });
}, 60_000);
afterAll(() => hub?.close());

let cells = 0;
afterAll(() => process.stderr.write(`access matrix: ${cells} cells tried through the gateway\n`));

describe.each(seats)('$column as $asker.role', (seat) => {
  const accepted = acceptedPurposes(seat.asker.role);

  test.each(purposes.filter((purpose) => !accepted.includes(purpose)))(
    'is refused for %s',
    async (purpose) => {
      const { data, errors } = await hub.ask({ ...seat.asker, purpose }, everything, {
        id: childIdOf(situations[0]!),
      });
      expect(data ?? null).toBeNull();
      expect(errors.map(({ extensions }) => extensions['code'])).toEqual(['FORBIDDEN']);
      cells += judged.length;
    },
  );

  test.each(accepted.flatMap((purpose) => situations.map((situation) => ({ purpose, situation }))))(
    'sees for $purpose of the child $situation.name what the table says',
    ({ purpose, situation }) => tryAll(seat, purpose, situation),
  );
});

async function tryAll(seat: Seat, purpose: Purpose, situation: Situation): Promise<void> {
  const asker = { ...seat.asker, purpose, caseReference: `${seat.column}-${purpose}-${situation.name}` };
  const found = await hub.ask(
    asker,
    'query ($d: String!) { identify(criteria: { dossierNumber: $d }, foundIn: "0180") { outcome } }',
    { d: dossierOf(situation) },
  );
  const identified = found.data?.identify?.outcome === 'UNIQUE_MATCH';
  const answer = await hub.ask(asker, everything, { id: childIdOf(situation) });
  const asking = { column: seat.column, purpose, related: seat.related(situation), identified };
  const reachable = isOpen('Child.responsibility', asking, situation);
  expect(identified).toBe(reachable && !['REPORTING'].includes(purpose));
  for (const field of judged) {
    cells += 1;
    if (!reachable) expect(answer.data?.child ?? null).toBeNull();
    else
      expectCell(field, answer, isOpen(field, asking, situation), (parent) =>
        isOpen(parent, asking, situation),
      );
  }
}

function expectCell(
  field: string,
  answer: HubAnswer,
  open: boolean,
  isParentOpen: (field: string) => boolean,
): void {
  const [type, name] = field.split('.') as [string, string];
  const place = type === 'Child' ? null : places[type];
  if (type !== 'Child' && place === undefined) return;
  if (place && !isParentOpen(`Child.${place}`)) return; // the whole object is closed, which is tried at its own field
  const parent = place ? [answer.data.child[place]].flat()[0] : answer.data.child;
  const error = answer.errors.find(({ path = [] }) => {
    const names = path.filter((step) => typeof step === 'string');
    return names.at(-1) === name && names.at(-2) === (place ?? 'child');
  });
  const shown = { field, value: parent?.[name] ?? null, code: error?.extensions['code'] };
  if (!open) {
    expect(shown).toEqual({ field, value: null, code: 'SECRECY' });
    expect(secrecyOf(field)).toContain(error!.extensions['basis']);
  } else {
    expect(shown.code).toBeUndefined();
    if (!empty.test(field) && parent !== null && parent !== undefined && !isEmptyHere(field, parent)) {
      expect({ field, given: shown.value !== null }).toEqual({ field, given: true });
    }
  }
}

/** What only a child who is back has. */
function isEmptyHere(field: string, parent: Record<string, unknown>): boolean {
  return (
    /AbscondingEpisode\.(returnedAt|found|condition|measures)/.test(field) ||
    (field === 'AbscondingSummary.abscondedOn' && parent['absconded'] === false)
  );
}
