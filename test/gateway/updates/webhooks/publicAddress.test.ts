import { isCallable } from '../../../../gateway/updates/webhooks/publicAddress';

test.each([
  '10.1.2.3',
  '127.0.0.1',
  '169.254.169.254',
  '172.16.0.1',
  '192.168.1.1',
  '100.64.0.1',
  '0.0.0.0',
  '224.0.0.1',
  '[::1]',
  '[::]',
  '[fe80::1]',
  '[fd00::1]',
  '[::ffff:10.0.0.1]',
  '[::ffff:7f00:1]',
  '[64:ff9b::a00:1]',
  '[2001:0:1::1]',
  '[fec0::1]',
])('%s leads inside and is not called', (host) => expect(isCallable(host, false)).toBe(false));

test.each(['93.184.216.34', '[2606:2800:220:1:248:1893:25c8:1946]', 'example.com'])(
  '%s may be called',
  (host) => expect(isCallable(host, false)).toBe(true),
);

test('this machine may be called where that is allowed', () => {
  expect(isCallable('127.0.0.1', true)).toBe(true);
  expect(isCallable('[::1]', true)).toBe(true);
  expect(isCallable('10.0.0.1', true)).toBe(false);
});
