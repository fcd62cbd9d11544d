import { Client } from 'pg';
import type { Purpose } from '../../../schema/protocol/vocabulary';
import type { Asker, TestHub } from '../../harness/hub';
import { childIdOf, dossierOf, situations, type Situation } from '../matrix/matrixWorld';
import type { Seat } from '../matrix/seats';
import { mayAppear, type MarkedWorld, type Marker } from './markers';

/** Who asks, why, and in which matter. */
export interface Hunted {
  readonly seat: Seat;
  readonly asker: Asker & { readonly sub: string; readonly purpose: Purpose; readonly caseReference: string };
}

export interface Expected {
  /** Whether the operation may tell of the child at all. */
  readonly about: (situation: Situation) => boolean;
  /** Whether a decision lets a marker out that the table alone does not. @default none does */
  readonly opens?: ((marker: Marker) => boolean) | undefined;
}

/** Judges what came out of the hub, whichever way it came. */
export interface Hunter {
  /** From now on the child is identified in this matter: it holds for later questions, too. */
  noteIdentified(hunted: Hunted, situation: Situation): void;
  /**
   * Expects that no marker came out but those that the table or a decision lets out, and that each of these stands in
   * an entry of the log that came with it.
   */
  expectAllowed(text: string, hunted: Hunted, expected: Expected): Promise<void>;
  expectNone(text: string): void;
  /** Expects that log lines hold no marker, and nothing that leads to a child either. */
  expectSilent(lines: string): void;
  /** How many markers came out by the table, and how many by a decision. */
  readonly counts: { readonly appeared: number; readonly opened: number };
  close(): Promise<void>;
}

export async function createHunter(hub: TestHub, world: MarkedWorld): Promise<Hunter> {
  const log = new Client({ connectionString: hub.databases.audit.url });
  await log.connect();
  const identifications = new Set<string>();
  const counts = { appeared: 0, opened: 0 };
  const keyOf = ({ asker: { role, sub, purpose, caseReference } }: Hunted, { name }: Situation): string =>
    [role, sub, purpose, caseReference, name].join(' ');

  const expectAudited = async (
    text: string,
    markers: readonly Marker[],
    { asker }: Hunted,
  ): Promise<void> => {
    const leaves = [...text.matchAll(/"leafIndex":(\d+)/g)].map(([, index]) => index);
    const { rows } = await log.query<{ child: string; fields: string[] }>(
      'SELECT child, fields_disclosed AS fields FROM audit.entry WHERE leaf_index = ANY ($1) AND principal_id = $2',
      [leaves, asker.sub],
    );
    const unaudited = markers.filter(
      (marker) =>
        !rows.some(
          ({ child, fields }) => child === childIdOf(marker.situation) && fields.includes(fieldOf(marker)),
        ),
    );
    expect(unaudited).toEqual([]);
  };

  return {
    counts,
    noteIdentified: (hunted, situation) => void identifications.add(keyOf(hunted, situation)),
    expectAllowed: async (text, hunted, { about, opens = () => false }) => {
      const { seat, asker } = hunted;
      const out = world.find(text);
      const byTable = out.filter((marker) => {
        const { situation } = marker;
        const related = seat.related(situation);
        const identified = identifications.has(keyOf(hunted, situation));
        const asking = { column: seat.column, purpose: asker.purpose, related, identified };
        return about(situation) && mayAppear(marker, asking);
      });
      const byDecision = out.filter(
        (marker) => !byTable.includes(marker) && about(marker.situation) && opens(marker),
      );
      expect(out.filter((marker) => !byTable.includes(marker) && !byDecision.includes(marker))).toEqual([]);
      counts.appeared += byTable.length;
      counts.opened += byDecision.length;
      if (out.length > 0) await expectAudited(text, out, hunted);
    },
    expectNone: (text) => expect(world.find(text)).toEqual([]),
    expectSilent: (lines) => {
      expect(world.find(lines)).toEqual([]);
      expect(leads.filter((lead) => lines.includes(lead))).toEqual([]);
    },
    close: () => log.end(),
  };
}

const leads = situations.flatMap((situation) => [childIdOf(situation), dossierOf(situation)]);

/** As the log names it. */
function fieldOf({ place }: Marker): string {
  return place === 'row:migration.aliases' ? 'Child.names' : place;
}
