import { randomBytes } from 'node:crypto';
import {
  hashDisclosure,
  readReceipts,
  silenceOf,
  toReceipt,
  type Disclosure,
} from '../../../schema/protocol/disclosure';

const police = toReceipt('police', randomBytes(32));
const migration = toReceipt('migration', randomBytes(32));

test('an agency speaks for itself alone, the hub’s own graph for those it asked', () => {
  const extensions = { receipts: [police, migration, silenceOf('guardianship')] };
  expect(readReceipts('police', extensions)).toEqual([police]);
  expect(readReceipts('identification', extensions)).toEqual(extensions.receipts);
});

test('nothing but receipts is read', () => {
  for (const receipts of [undefined, null, 'police:silent', 7, {}]) {
    expect(readReceipts('police', { receipts })).toEqual([]);
  }
  expect(
    readReceipts('police', { receipts: [1, null, 'police:x', 'police:Ahmad', 'tax:silent', police] }),
  ).toEqual([police]);
  expect(readReceipts('police', undefined)).toEqual([]);
});

test('the hash changes with every member and with the salt', () => {
  const given: Disclosure = {
    operationId: 'o',
    assertionHash: 'a',
    principalId: 'p',
    role: 'GUARDIAN',
    purpose: 'GUARDIANSHIP',
    caseReference: 'c',
    asked: ['Query._entities'],
    children: ['x'],
    fields: ['Child.names'],
    at: new Date(0),
  };
  const changes: Partial<Disclosure>[] = [
    { operationId: 'p' },
    { assertionHash: 'b' },
    { principalId: 'o' },
    { role: 'SOCIAL_WORKER' },
    { purpose: null },
    { caseReference: null },
    { asked: [] },
    { children: ['x', 'y'] },
    { children: ['x","y'] },
    { fields: [] },
    { at: new Date(1) },
  ];
  const salt = randomBytes(16);
  const hashes = [given, ...changes.map((change) => ({ ...given, ...change }))].map((one) =>
    hashDisclosure(one, salt).toString('hex'),
  );
  hashes.push(hashDisclosure(given, randomBytes(16)).toString('hex'));
  expect(new Set(hashes).size).toBe(changes.length + 2);
});
