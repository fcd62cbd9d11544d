import { unattested } from '../../../../schema/protocol/attestation';
import type { Assertion } from '../../../../schema/protocol/principal';
import { createDecisions } from '../../../../subgraphs/shared/access/decisions';
import { createGate } from '../../../../subgraphs/shared/loading/gate';
import { judgedObject } from '../../../../subgraphs/shared/loading/judgedObject';

const patrol: Assertion = {
  operationId: 'op-1',
  operationName: null,
  principal: { id: 'someone', role: 'POLICE_OFFICER', agency: 'POLICE', municipality: null, acr: 'loa3' },
  purpose: 'PROTECTION',
  caseReference: 'own-1',
};
const ward = { ...unattested('ward'), identified: true, adult: false, absconding: true };

function gateOfPatrol() {
  const now = new Date('2026-11-21T12:00:00Z');
  return createGate(createDecisions(patrol, [ward], now), ['ward', 'other']);
}

describe('an object of the graph, as SQL', () => {
  it('holds each field only for the children for whom its row is open', () => {
    const gate = gateOfPatrol();
    expect(judgedObject(gate, 'Guardianship', { board: 'g.board', appointedOn: 'g.appointed_on' })).toBe(
      "json_build_object('board', CASE WHEN c.id = ANY($1::text[]) THEN g.board END, " +
        "'appointedOn', NULL)",
    );
    expect(gate.parameters).toEqual([['ward']]);
  });

  it('opens with a yes or no the fields that are one, and only those', () => {
    const gate = gateOfPatrol();
    judgedObject(gate, 'Guardianship', { kind: 'g.kind', status: 'g.status' });
    expect(gate.parameters).toEqual([['ward']]);
  });

  it('leaves a field that goes with its parent as it is', () => {
    expect(judgedObject(gateOfPatrol(), 'Guardian', { name: 'g.name' })).toBe(
      "json_build_object('name', g.name)",
    );
  });

  it('cannot be made of a field that nobody judged', () => {
    expect(() => judgedObject(gateOfPatrol(), 'Guardianship', { favouriteColour: 'g.colour' })).toThrow(
      /Guardianship\.favouriteColour stands nowhere/,
    );
  });
});
