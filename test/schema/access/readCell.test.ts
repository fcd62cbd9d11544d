import { readCell } from '../../../schema/access/readCell';

test.each([
  ['N', {}],
  ['N¹', {}],
  ['N²', {}],
  ['N⁴', {}],
  ['Y', { allow: true, own: true }],
  ['R', { allow: true, alternatives: ['R'] }],
  ['Q/C', { allow: true, alternatives: ['Q', 'C'] }],
  ['H/B', { allow: true, alternatives: ['H', 'B'] }],
  ['I*', { allow: true, alternatives: ['I'], strictFound: true }],
  ['F I', { allow: true, alternatives: ['I'], flagOnly: true }],
  ['F I*', { allow: true, alternatives: ['I'], flagOnly: true, strictFound: true }],
  ['F R/Q', { allow: true, alternatives: ['R', 'Q'], flagOnly: true }],
  ['F', { allow: true, alternatives: ['R'], flagOnly: true }],
  ['R/F', { allow: true, alternatives: ['R'] }],
  ['F³', { allow: true, alternatives: ['REPORTER'], flagOnly: true }],
  ['W', { writeOnly: true }],
  ['W/R', { allow: true, alternatives: ['R'] }],
  ['Y/W', { allow: true, own: true }],
  ['G', { aggregateOnly: true }],
])('%s', (code, expected) => {
  expect(readCell(code)).toEqual({
    allow: false,
    own: false,
    alternatives: [],
    flagOnly: false,
    writeOnly: false,
    aggregateOnly: false,
    strictFound: false,
    ...expected,
  });
});

test.each(['', 'X', 'r', 'I/X', 'RI', 'toString'])('refuses the unknown code "%s"', (code) => {
  expect(() => readCell(code)).toThrow('no code');
});
