import fc from 'fast-check';

/** What may be selected under a child: the field and, for objects, the fields of it. */
const selections: Readonly<Record<string, readonly string[]>> = {
  absconding: ['absconded', 'abscondedOn', 'status', 'arrivalStage'],
  'responsibility(foundIn: "0180")': ['rule', 'explanation', 'contacts { name }', 'municipality { name }'],
  deadlines: ['kind', 'dueAt', 'owner'],
  dossierNumber: [],
  lmaNumber: [],
  names: ['given', 'family', 'full', 'kind', 'statedBy'],
  birthDate: [],
  isMinor: [],
  'isMinor(accordingTo: GUARDIANSHIP_BOARD)': [],
  sex: [],
  citizenship: [],
  languages: ['code', 'name'],
  asylumCase: ['status', 'decision', 'appealPending', 'lmaEntitled'],
  socialCase: ['status', 'caseNumber', 'socialWorkerName', 'socialWorkerPhone', 'unit'],
  placement: ['type', 'name', 'address', 'municipality { name }'],
  episodes: ['status', 'presumedCause', 'condition', 'abscondedFrom { name }'],
  riskAssessment: ['items { code note }', 'plan { measure responsible }', 'lifeDanger'],
  description: ['build', 'hair', 'eyes', 'marks', 'clothing', 'photoUrl'],
  careOrder: ['kind', 'grounds', 'handrackningRequested', 'inForce'],
  missingPersonReport: ['reportNumber', 'reportedBy', 'lastSeenPlace', 'status'],
  nationalAlertActive: [],
  suspectedVictimOfCrime: [],
  foundEvents: ['place', 'condition', 'by', 'foundIn { name }'],
  guardian: ['name', 'phone', 'email'],
  guardianship: ['kind', 'board { name }', 'boardContact', 'status'],
};

/** All that can be selected of a child, at once. */
export const everything: Operation = {
  way: 'CHILD',
  text: `query Hunt($id: ID!) { child(id: $id) { id ${Object.entries(selections)
    .map(([field, inner], index) => printField({ field, inner, aliased: false }, index))
    .join(' ')} } }`,
};

type Shape = 'PLAIN' | 'INLINE' | 'INCLUDE' | 'SKIP' | 'NAMED';

interface Picked {
  readonly field: string;
  readonly inner: readonly string[];
  readonly aliased: boolean;
  readonly shape: Shape;
}

const picked: fc.Arbitrary<Picked> = fc.constantFrom(...Object.keys(selections)).chain((field) =>
  fc.record({
    field: fc.constant(field),
    inner:
      selections[field]!.length > 0
        ? fc.subarray([...selections[field]!], { minLength: 1 })
        : fc.constant([]),
    aliased: fc.boolean(),
    shape: fc.constantFrom<Shape>('PLAIN', 'INLINE', 'INCLUDE', 'SKIP', 'NAMED'),
  }),
);

/** A random selection under a child, and the fragments that it needs. */
export const childSelection: fc.Arbitrary<{ readonly body: string; readonly fragments: string }> = fc
  .array(picked, { minLength: 1, maxLength: 12 })
  .map((fields) => ({
    body: `__typename ... { id } ${fields.map((field, index) => print(field, index)).join('\n')}`,
    fragments: fields
      .map((field, index) =>
        field.shape === 'NAMED' ? `fragment F${index} on Child { ${printField(field, index)} }` : '',
      )
      .join('\n'),
  }));

/** The ways to a child: by its reference, by what a finder would know, or in one's list of open episodes. */
export type Way = 'CHILD' | 'IDENTIFY' | 'CASELOAD';

export interface Operation {
  readonly way: Way;
  readonly text: string;
}

/** A random valid operation. */
export const operation: fc.Arbitrary<Operation> = fc
  .record({ selection: childSelection, way: fc.constantFrom<Way>('CHILD', 'CHILD', 'IDENTIFY', 'CASELOAD') })
  .map(({ selection: { body, fragments }, way }) => {
    const { variables, root } = toRoot(way, body);
    return {
      way,
      text: `query Hunt(${variables} $yes: Boolean! = true) { ${root} a: __typename @include(if: $yes) }\n${fragments}`,
    };
  });

function toRoot(way: Way, body: string): { variables: string; root: string } {
  switch (way) {
    case 'CHILD':
      return { variables: '$id: ID!,', root: `child(id: $id) { ${body} }` };
    case 'IDENTIFY':
      return {
        variables: '$dossier: String!,',
        root: `identify(criteria: { dossierNumber: $dossier }, foundIn: "0180") { outcome evidence { identifier weight } child { ${body} } }`,
      };
    case 'CASELOAD':
      return { variables: '', root: `caseload(first: 9) { edges { node { ${body} } } unavailable }` };
  }
}

function print(field: Picked, index: number): string {
  const text = printField(field, index);
  switch (field.shape) {
    case 'PLAIN':
      return text;
    case 'INLINE':
      return `... on Child { ${text} }`;
    case 'INCLUDE':
      return `... @include(if: $yes) { ${text} }`;
    case 'SKIP':
      return `... @skip(if: $yes) { ${text} }`;
    case 'NAMED':
      return `...F${index}`;
  }
}

function printField(
  { field, inner, aliased }: Pick<Picked, 'field' | 'inner' | 'aliased'>,
  index: number,
): string {
  // Every occurrence has a name of its own, for the same field with other arguments may not share one.
  const name = aliased ? `names${index}` : `f${index}`;
  return `${name}: ${field}${inner.length > 0 ? ` { ${inner.join(' ')} }` : ''}`;
}
