import { hubError } from '../../../schema/protocol/hubError';
import { unknownReferences, type StatedReferences } from '../../../schema/protocol/references';

/** Under which references an agency may hold a child that a change names, by what the hub stated just before. */
export interface References {
  /** The named one first, then the others, the leading one first; itself alone when nothing is stated, or no longer. */
  of(child: string): readonly string[];
  /**
   * All references are known. Asked before a child is said not to be there, of every child alike: a linked one may be
   * there under another reference.
   * @throws CONFLICT when what was stated holds no longer, AGENCY_UNAVAILABLE when the hub could state nothing
   */
  assertKnown(): void;
}

/**
 * @param stated undefined when nobody was asked
 * @param clock milliseconds since 1970
 */
export function createReferences(
  stated: StatedReferences | typeof unknownReferences | undefined,
  clock = Date.now,
): References {
  if (stated === undefined) return { of: (child) => [child], assertKnown: () => undefined };
  if (stated === unknownReferences) return { of: (child) => [child], assertKnown: throwUnknown };
  const isLate = (): boolean => clock() >= stated.until;
  return {
    of: (child) => {
      const group = isLate() ? [] : (stated.linked.find((references) => references.includes(child)) ?? []);
      return [...new Set([child, ...group])];
    },
    assertKnown: () => {
      if (isLate()) throwLate();
    },
  };
}

function throwUnknown(): never {
  throw hubError(
    'AGENCY_UNAVAILABLE',
    {
      sv: 'Ingen post om barnet finns under den referensen, och navet kan just nu inte svara på om barnet har fler. Försök igen.',
      en: 'No record of the child stands under that reference, and the hub cannot say now whether the child has others. Try again.',
    },
    { service: 'identification' },
  );
}

function throwLate(): never {
  throw hubError('CONFLICT', {
    sv: 'Ändringen fick vänta på andra ändringar, och barnets länkar kan ha ändrats under tiden. Skicka den igen.',
    en: 'The change had to wait for others, and the child’s links may have changed meanwhile. Send it again.',
  });
}
