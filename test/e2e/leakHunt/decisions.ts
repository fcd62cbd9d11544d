import matrix from '../../../schema/access/matrix.json';
import fields from '../../../schema/access/fields.json';
import type { Asker, TestHub } from '../../harness/hub';
import { childIdOf, ownMunicipality, type Situation } from '../matrix/matrixWorld';
import type { Marker } from './markers';
import { wholeAnswer } from './wholeAnswer';

/** What is decided for somebody, in a case of its own, before they ask. */
export const decisionKinds = [
  'ASKED',
  'REFUSED',
  'GRANTED',
  'REVOKED',
  'GLASS',
  'WITHDRAWN',
  'LISTS',
] as const;
export type DecisionKind = (typeof decisionKinds)[number];

export interface Decided {
  /** Every answer on the way. */
  readonly texts: readonly string[];
  /** Whether the decision lets a marker out that the table alone does not. */
  readonly opens: (marker: Marker) => boolean;
}

const nothing = (): boolean => false;
const bases = ['OSL_26_9', 'OSL_10_2', 'OSL_10_21', 'OSL_10_27', 'SOL_15_7'];
const owners: Readonly<Record<string, Asker>> = {
  MIGRATION_AGENCY: { role: 'MIGRATION_OFFICER', sub: 'decider', purpose: 'CASE_WORK' },
  MUNICIPALITY: {
    role: 'SOCIAL_WORKER',
    municipality: ownMunicipality,
    sub: 'decider',
    purpose: 'CASE_WORK',
  },
  POLICE: { role: 'POLICE_INVESTIGATOR', sub: 'decider', purpose: 'PROTECTION' },
  GUARDIANSHIP_BOARD: {
    role: 'GUARDIANSHIP_OFFICER',
    municipality: ownMunicipality,
    sub: 'decider',
    purpose: 'GUARDIANSHIP',
  },
};

/** Takes the decision through the hub, by those whose it is. */
export async function decideFor(
  hub: TestHub,
  kind: DecisionKind,
  asker: Asker & { readonly column: string },
  situation: Situation,
  place: string,
): Promise<Decided> {
  const texts: string[] = [];
  const child = childIdOf(situation);
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- answers of every shape
  const ask = async (who: Asker, query: string, input?: object): Promise<any> => {
    const answer = await hub.ask(who, query, input && { input });
    texts.push(wholeAnswer(answer));
    return answer.data;
  };
  const change = (who: Asker, name: string, input: object): Promise<Record<string, { id: string }> | null> =>
    ask(
      who,
      `mutation Decide($input: ${name[0]!.toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) { id } }`,
      input,
    );
  const worker = owners['MUNICIPALITY']!;

  switch (kind) {
    case 'LISTS':
      await ask(asker, `{ releases(child: "${child}") { edges { node { rows basis } } } }`);
      await ask(asker, `{ consents(child: "${child}") { edges { node { rows } } } }`);
      await ask(asker, '{ disclosureRequests { edges { node { child fields reason } } } }');
      await ask(asker, '{ ownerNotices { edges { node { breakGlass { child reason rows } } } } }');
      return { texts, opens: nothing };
    case 'WITHDRAWN': {
      const released = await change(worker, 'release', {
        child,
        toAgency: 'POLICE',
        rows: ['municipality.description', 'municipality.photo'],
        basis: 'OSL_10_2',
      });
      if (released) await change(worker, 'withdrawRelease', { id: released['release']!.id });
      const rows = ['migration.asylumDecision', 'migration.appeal'];
      const consent = { child, givenBy: 'BOTH', rows, toAgency: 'MUNICIPALITY' };
      const given = await change(worker, 'recordConsent', consent);
      if (given) await change(worker, 'withdrawConsent', { id: given['recordConsent']!.id });
      return { texts, opens: nothing };
    }
    case 'GLASS': {
      const reason = 'Fara för barnets liv, och ingen svarar.';
      await change(asker, 'breakGlass', { child, reason, fields: [place] });
      return { texts, opens: ({ place: at }) => rowsOf(at).some((row) => isBreakable(row, asker.column)) };
    }
    case 'ASKED':
    case 'REFUSED':
    case 'GRANTED':
    case 'REVOKED': {
      const asked = await change(asker, 'requestDisclosure', {
        child,
        fields: [place],
        reason: 'Behövs nu.',
      });
      const id = asked?.['requestDisclosure']?.id;
      if (!id || kind === 'ASKED') return { texts, opens: nothing };
      const owner = owners[ownerOf(place)]!;
      let granted = false;
      for (const basis of bases) {
        const decision = { field: place, granted: kind !== 'REFUSED', basis, reason: 'Prövat.' };
        granted = (await change(owner, 'decideDisclosure', { id, decisions: [decision] })) !== null;
        if (granted) break;
      }
      if (kind === 'REVOKED') await change(owner, 'revokeDisclosure', { id, reason: 'För mycket.' });
      return { texts, opens: (marker) => granted && kind === 'GRANTED' && marker.place === place };
    }
  }
}

/** Fields that hold a marker and are judged by one row of one owner. */
export function isDecidable(place: string): boolean {
  return rowsOf(place).length === 1 && ownerOf(place) in owners;
}

const entries = fields as Record<string, { row?: string | string[] } | undefined>;

function rowsOf(place: string): string[] {
  return place.startsWith('row:') ? [place.slice(4)] : [entries[place]?.row ?? []].flat();
}

function ownerOf(place: string): string {
  return matrix.find(({ id }) => id === rowsOf(place)[0])?.owner ?? '';
}

function isBreakable(rowId: string, column: string): boolean {
  const cells = matrix.find(({ id }) => id === rowId)?.cells as Record<string, string> | undefined;
  return cells?.[column]?.split('/').includes('B') === true;
}
