import type { DemoChild } from '../../../subgraphs/demo/demoChild';
import { isOpen, openRow, type Asking } from '../matrix/oracle';
import { matrixChild, situations, type Situation } from '../matrix/matrixWorld';

/** A word that stands in one column of one child and nowhere else. */
export interface Marker {
  readonly text: string;
  readonly situation: Situation;
  /** The field it may come out of, or the matrix row where that is narrower. */
  readonly place: string;
}

export interface MarkedWorld {
  readonly children: readonly DemoChild[];
  /** Those of the children at the start. */
  readonly markers: readonly Marker[];
  /** One more, to be written where the place says. */
  mark(situation: Situation, place: string): string;
  /** The markers that a text holds, in any letter case, plain or encoded. */
  find(text: string): readonly Marker[];
}

/** The children of the matrix' world with a marker in every column that holds text. */
export function createMarkedWorld(now: Date): MarkedWorld {
  const markers = new Map<string, Marker>();
  const mark = (situation: Situation, place: string): string => {
    const text = `Qzx${letters(markers.size)}xzq`;
    markers.set(text.toLowerCase(), { text, situation, place });
    return text;
  };
  const children = situations.map((situation) =>
    markChild(matrixChild(situation, now), (place) => mark(situation, place)),
  );
  return {
    children,
    markers: [...markers.values()],
    mark,
    find: (text) => {
      const found = [text, ...decoded(text)].flatMap((each) => each.match(/qzx[a-z]{4}xzq/gi) ?? []);
      return [...new Set(found.map((each) => each.toLowerCase()))].flatMap((each) => markers.get(each) ?? []);
    },
  };
}

/** What looks like base64 in a text, read as such: cursors, tokens and proofs hide words well. */
function decoded(text: string): string[] {
  const words = text.match(/[\w+/-]{16,}/g) ?? [];
  return words.map((word) => Buffer.from(word, 'base64').toString('latin1'));
}

/** Whether the table lets the asker see the marker. */
export function mayAppear({ place, situation }: Marker, asking: Asking): boolean {
  return place.startsWith('row:')
    ? openRow(place.slice(4), asking, situation) === 'VALUE'
    : isOpen(place, asking, situation);
}

type Mark = (place: string) => string;

function markChild(child: DemoChild, mark: Mark): DemoChild {
  const { migration, municipality, police, guardianship } = child;
  Object.assign(migration!, { lmaNumber: mark('Child.lmaNumber'), phones: ['+46700000099'] });
  Object.assign(migration!.names[0]!, { given: mark('Child.names'), family: mark('Child.names') });
  Object.assign(migration!.names[1]!, {
    given: mark('row:migration.aliases'),
    family: mark('row:migration.aliases'),
  });
  Object.assign(municipality!.socialCases[0]!, {
    caseNumber: mark('SocialCase.caseNumber'),
    socialWorkerName: mark('SocialCase.socialWorkerName'),
    socialWorkerPhone: mark('SocialCase.socialWorkerPhone'),
  });
  Object.assign(municipality!.placements![0]!, {
    name: mark('Placement.name'),
    address: mark('Placement.address'),
  });
  const assessment = municipality!.riskAssessments![0]!;
  Object.assign(assessment.items[0]!, { note: mark('RiskAssessment.items') });
  Object.assign(assessment.plan![0]!, {
    measure: mark('RiskAssessment.plan'),
    responsible: mark('RiskAssessment.plan'),
  });
  for (const field of ['build', 'hair', 'eyes', 'marks', 'clothing'] as const) {
    municipality!.description![field] = mark(`ChildDescription.${field}`);
  }
  municipality!.description!.photoUrl = `https://foto.example/${mark('ChildDescription.photoUrl')}`;
  municipality!.careOrders![0]!.grounds = mark('CareOrder.grounds');
  Object.assign(police!.missingPersonReports![0]!, {
    reportNumber: mark('MissingPersonReport.reportNumber'),
    reportedBy: mark('MissingPersonReport.reportedBy'),
    lastSeenPlace: mark('MissingPersonReport.lastSeenPlace'),
  });
  Object.assign(police!.foundEvents![0]!, {
    place: mark('FoundEvent.place'),
    condition: mark('FoundEvent.condition'),
  });
  Object.assign(guardianship!.guardianships[0]!, {
    guardianName: mark('Child.guardian'),
    phone: mark('Child.guardian'),
    email: `${mark('Child.guardian')}@example.org`,
    boardContact: mark('Guardianship.boardContact'),
  });
  return child;
}

/** 0 -> aaaa, 1 -> aaab …: letters only, so that a marker can stand in a name. */
function letters(index: number): string {
  const digits = [index / 17_576, index / 676, index / 26, index].map((n) => Math.floor(n) % 26);
  return String.fromCharCode(...digits.map((digit) => 97 + digit));
}
