import type { GraphQLError } from 'graphql';
import { decodeHeader } from '../../../gateway/http/decodeHeader';
import { readCaseReference } from '../../../gateway/operation/readCaseReference';
import { readPurpose } from '../../../gateway/operation/readPurpose';
import { refusedPurposes } from '../../../schema/protocol/vocabulary';

const refusal = (read: () => unknown): GraphQLError['extensions'] & { message: string } => {
  try {
    read();
  } catch (error) {
    const { extensions, message } = error as GraphQLError;
    return { ...extensions, message };
  }
  throw new Error('nothing was refused');
};

describe('a purpose', () => {
  test('is read in any case and with space around it', () => {
    expect(readPurpose(' identification ', 'POLICE_OFFICER')).toBe('IDENTIFICATION');
  });

  test.each([null, '', '  '])('%j is asked for, with those the role may use', (value) => {
    expect(refusal(() => readPurpose(value, 'BORDER_POLICE'))).toMatchObject({
      code: 'PURPOSE_REQUIRED',
      purposes: ['IDENTIFICATION', 'REPORTING'],
    });
  });

  test.each(refusedPurposes)('%s is refused with the rule that says why, to every role', (purpose) => {
    expect(refusal(() => readPurpose(purpose, 'BORDER_POLICE'))).toMatchObject({
      code: 'PURPOSE_REFUSED',
      purpose,
      basis: expect.any(String),
      messageSv: expect.any(String),
    });
  });

  test('that no list has is the sender’s to mend, and is not repeated', () => {
    const { code, message } = refusal(() => readPurpose('<CURIOUS>', 'POLICE_OFFICER'));
    expect(code).toBe('BAD_USER_INPUT');
    expect(message).toContain('PROTECTION');
    expect(message).not.toContain('CURIOUS');
  });

  test('of another role is forbidden, with those the role may use', () => {
    expect(refusal(() => readPurpose('CASE_WORK', 'POLICE_OFFICER'))).toMatchObject({
      code: 'FORBIDDEN',
      message: expect.stringContaining('IDENTIFICATION, PROTECTION, REPORTING'),
    });
  });
});

describe('a case reference', () => {
  test.each(['1', 'SJ 2026-17', 'Ärende Ö/7:3', 'x'.repeat(64), '𝟙'.repeat(64)])('may be %j', (value) => {
    expect(readCaseReference(value)).toBe(value);
  });

  test.each([
    null,
    '',
    ' ',
    'x'.repeat(65),
    'a\tb',
    'a\nb',
    'a\u0000b',
    'a  b',
    'a\u202eb',
    'a\u200bb',
    'a\u00adb',
    '\ud800',
  ])('cannot be %j', (value) => {
    expect(refusal(() => readCaseReference(value))['code']).toBe('CASE_REFERENCE_REQUIRED');
  });
});

describe('a header', () => {
  test.each([
    ['SJ 17', 'SJ 17'],
    [Buffer.from('Åre 1', 'utf8').toString('latin1'), 'Åre 1'],
    ['Åre 1', 'Åre 1'],
  ])('%j is read as %j', (bytes, text) => {
    expect(decodeHeader(bytes)).toBe(text);
  });
});
