import {
  acceptedPurposes,
  acceptsPurpose,
  findRefusal,
  refused,
} from '../../../schema/access/acceptedPurposes';
import { findBasis } from '../../../schema/access/legalBases';
import { purposes, refusedPurposes, roles } from '../../../schema/protocol/vocabulary';

test('every role has purposes, all of the hub', () => {
  for (const role of roles) {
    expect(acceptedPurposes(role).length).toBeGreaterThan(0);
    for (const purpose of acceptedPurposes(role)) expect(purposes).toContain(purpose);
  }
});

test('only the analyst counts and only the auditor audits', () => {
  expect(roles.filter((role) => acceptsPurpose(role, 'STATISTICS'))).toEqual(['COUNTY_ANALYST']);
  expect(roles.filter((role) => acceptsPurpose(role, 'AUDIT'))).toEqual(['AUDITOR']);
});

test('border police may identify a child they found, but not work a case', () => {
  expect(acceptedPurposes('BORDER_POLICE')).toEqual(['IDENTIFICATION', 'REPORTING']);
});

test('each purpose refused by name has its reason in law, in both languages', () => {
  expect(refused.map((refusal) => refusal.purpose).sort()).toEqual([...refusedPurposes].sort());
  for (const { basis, reason } of refused) {
    expect(findBasis(basis).code).toBe(basis);
    expect(reason.sv).not.toBe(reason.en);
  }
  expect(findRefusal('REMOVAL_ENFORCEMENT')).toMatchObject({ basis: 'UTLL_17_1' });
  expect(findRefusal('IDENTIFICATION')).toBeNull();
});
