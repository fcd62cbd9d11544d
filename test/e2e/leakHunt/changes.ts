import fc from 'fast-check';
import { Client } from 'pg';
import { agencySubgraphs, caseUpdateTypes, type AgencySubgraph } from '../../../schema/protocol/vocabulary';
import type { Asker, TestHub } from '../../harness/hub';
import { childIdOf, ownGuardian, ownMunicipality, situations, type Situation } from '../matrix/matrixWorld';
import { happen } from '../updates/updatesHub';
import type { MarkedWorld } from './markers';

/** What happens to a child of the marked world: something is told of it, or a new marker is written about it. */
export type Change = typeof change extends fc.Arbitrary<infer Value> ? Value : never;

export const change = fc.record({
  situation: fc.constantFrom(...situations),
  kind: fc.constantFrom('EVENT', 'EVENT', 'PLACEMENT', 'DESCRIPTION', 'GUARDIAN', 'REPORT'),
  agency: fc.constantFrom(...agencySubgraphs),
  type: fc.constantFrom(...caseUpdateTypes.filter((type) => type !== 'CORE_FACTS_READ')),
});

const worker: Asker = {
  role: 'SOCIAL_WORKER',
  municipality: ownMunicipality,
  sub: 'changer',
  purpose: 'CASE_WORK',
};
const board: Asker = { ...worker, role: 'GUARDIANSHIP_OFFICER', purpose: 'GUARDIANSHIP' };

/** Makes the change; what it is told as follows from it. */
export async function make(hub: TestHub, world: MarkedWorld, given: Change): Promise<void> {
  const { situation, kind, agency, type } = given;
  const child = childIdOf(situation);
  const mark = (place: string): string => world.mark(situation, place);
  const ask = async (who: Asker, mutation: string, input: object): Promise<void> => {
    const name = `${mutation[0]!.toUpperCase()}${mutation.slice(1)}Input`;
    const { errors } = await hub.ask(
      who,
      `mutation ($input: ${name}!) { ${mutation}(input: $input) { __typename } }`,
      {
        input: { child, ...input },
      },
    );
    expect(errors).toEqual([]);
  };
  switch (kind) {
    case 'EVENT':
      return tell(hub, agency, type, situation);
    case 'PLACEMENT':
      return ask(worker, 'recordPlacement', {
        type: 'HVB',
        municipality: ownMunicipality,
        name: mark('Placement.name'),
        address: mark('Placement.address'),
      });
    case 'DESCRIPTION':
      await ask(worker, 'recordDescription', {
        hair: mark('ChildDescription.hair'),
        marks: mark('ChildDescription.marks'),
      });
      return tell(hub, 'municipality', type, situation);
    case 'GUARDIAN':
      return ask(board, 'appointGuardian', {
        kind: 'GOD_MAN',
        guardianPrincipal: ownGuardian,
        guardianName: mark('Child.guardian'),
        boardContact: mark('Guardianship.boardContact'),
      });
    case 'REPORT':
      await write(
        hub,
        'police',
        'UPDATE missing_person_report SET last_seen_place = $2 WHERE child_id = $1',
        [child, mark('MissingPersonReport.lastSeenPlace')],
      );
      return tell(hub, 'police', type, situation);
  }
}

async function tell(
  hub: TestHub,
  agency: AgencySubgraph,
  type: Change['type'],
  situation: Situation,
): Promise<void> {
  await happen(hub, agency, type, childIdOf(situation), ownMunicipality);
}

async function write(hub: TestHub, agency: AgencySubgraph, sql: string, values: string[]): Promise<void> {
  const client = new Client({ connectionString: hub.databases[agency].url });
  await client.connect();
  await client.query(sql, values).finally(() => client.end());
}
