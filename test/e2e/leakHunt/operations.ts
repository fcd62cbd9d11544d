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
export const everything = `query Hunt($id: ID!) { child(id: $id) { id ${Object.entries(selections)
  .map(([field, inner], index) => printField({ field, inner, aliased: false }, index))
  .join(' ')} } }`;

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

/** A random valid operation on a child: by `child(id:)`, or by `identify` with what a finder would know. */
export const operation: fc.Arbitrary<string> = fc
  .record({
    fields: fc.array(picked, { minLength: 1, maxLength: 12 }),
    way: fc.constantFrom('CHILD', 'IDENTIFY'),
  })
  .map(({ fields, way }) => {
    const body = fields.map((field, index) => print(field, index)).join('\n');
    const fragments = fields
      .map((field, index) =>
        field.shape === 'NAMED' ? `fragment F${index} on Child { ${printField(field, index)} }` : '',
      )
      .join('\n');
    const inside = `__typename ... { id } ${body}`;
    const root =
      way === 'CHILD'
        ? `child(id: $id) { ${inside} }`
        : `identify(criteria: { dossierNumber: $dossier }, foundIn: "0180") { outcome evidence { identifier weight } child { ${inside} } }`;
    const variables = `${way === 'CHILD' ? '$id: ID!' : '$dossier: String!'}, $yes: Boolean! = true`;
    return `query Hunt(${variables}) { ${root} a: __typename @include(if: $yes) }\n${fragments}`;
  });

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
