import { GraphQLError, GraphQLScalarType, Kind } from 'graphql';
import { findMunicipality } from '../reference/municipality';

/** Calendar date, ISO 8601 (`2026-11-21`). */
export const DateScalar = createScalar('Date', 'Calendar date, ISO 8601 (datum).', toDate, readDate);

/** Instant, RFC 3339; UTC on output. */
export const DateTimeScalar = createScalar(
  'DateTime',
  'Instant, RFC 3339, UTC on output (tidpunkt).',
  toInstant,
  readInstant,
);

/** A place in a stream of events. */
export const CursorScalar = createScalar(
  'Cursor',
  'Opaque: keep it and send it back unchanged (markör).',
  String,
  String,
);

/** Statistics Sweden's four-digit municipality code. */
export const MunicipalityCodeScalar = createScalar(
  'MunicipalityCode',
  'Statistics Sweden’s four-digit municipality code, e.g. "0180" (kommunkod).',
  String,
  readMunicipalityCode,
);

function createScalar(
  name: string,
  description: string,
  serialize: (value: unknown) => string,
  read: (value: string) => string,
): GraphQLScalarType {
  const parseValue = (value: unknown): string => {
    if (typeof value !== 'string') throw badInput(`${name} is written as a string, got ${typeof value}.`);
    return read(value);
  };
  return new GraphQLScalarType({
    name,
    description,
    serialize,
    parseValue,
    parseLiteral: (node) => parseValue(node.kind === Kind.STRING ? node.value : undefined),
  });
}

function toDate(value: unknown): string {
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value).slice(0, 10);
}

function toInstant(value: unknown): string {
  return new Date(value as string | Date).toISOString();
}

function readDate(value: string): string {
  const parsed = new Date(`${value}T00:00:00Z`);
  const exists = /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(parsed.getTime());
  if (!exists || parsed.toISOString().slice(0, 10) !== value) {
    throw badInput('This is not a date in the calendar. Write it as YYYY-MM-DD, e.g. 2010-09-21.');
  }
  return value;
}

function readInstant(value: string): string {
  const pattern = /^\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(\.\d+)?([Zz]|[+-]\d{2}:\d{2})$/;
  const parsed = pattern.test(value) ? new Date(value) : new Date(NaN);
  if (Number.isNaN(parsed.getTime())) {
    throw badInput(
      'This is not an instant. Write it as RFC 3339 with an offset, e.g. 2026-11-21T02:30:00+01:00.',
    );
  }
  return parsed.toISOString();
}

function readMunicipalityCode(value: string): string {
  if (!findMunicipality(value)) {
    throw badInput(
      'No municipality has this code. Use Statistics Sweden’s four digits, e.g. 0180 for Stockholm.',
    );
  }
  return value;
}

function badInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
