import Ajv, { type ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';
import type { AgencySubgraph } from '../../schema/protocol/vocabulary';
import { findMunicipality } from '../shared/reference/municipality';
import { importSchemas } from './importSchemas';
import type { ImportOptions } from './readImportOptions';

/** What is wrong with a record, part by part; empty: nothing. */
export type Validator = (record: unknown) => { path: string; reason: string }[];

/** Makes the check of an agency's records. In CSV every value is text, which is read as the type that the format has. */
export function createValidator(agency: AgencySubgraph, format: ImportOptions['format']): Validator {
  const ajv = new Ajv({
    allErrors: true,
    coerceTypes: format === 'CSV',
    allowUnionTypes: true,
    useDefaults: true,
  });
  addFormats(ajv, ['date', 'date-time']);
  ajv.addFormat('municipality', (code) => findMunicipality(code) !== null);
  const validate = ajv.compile(importSchemas[agency]);
  return (record) => (validate(record) ? [] : (validate.errors ?? []).slice(0, 10).map(toReason));
}

function toReason({ instancePath, message = '', params }: ErrorObject): { path: string; reason: string } {
  const { additionalProperty, allowedValues } = params as {
    additionalProperty?: string;
    allowedValues?: readonly unknown[];
  };
  const more = additionalProperty ?? allowedValues?.join(', ');
  return {
    path: instancePath.slice(1).replaceAll('/', '.'),
    reason: more === undefined ? message : `${message}: ${more}`,
  };
}
