import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { toCloudEvent } from '../../gateway/updates/webhooks/cloudEvent';
import { projectFolder } from '../../schema/files';
import type { LoggedEvent } from '../../schema/protocol/events/caseEventRecord';
import { caseUpdateTypes, webhookUpdateTypes } from '../../schema/protocol/vocabulary';

const { messages } = parse(readFileSync(join(projectFolder(), 'schema/asyncapi.yaml'), 'utf8')).components;
const { payload } = messages.caseUpdate;

const event: LoggedEvent = {
  position: 1,
  id: '00000000-0000-4000-8000-000000000001',
  type: 'CORE_FACTS_READ',
  child: 'child-1',
  municipality: null,
  publisher: 'identification',
  occurredAt: '2026-06-01T12:00:00.000Z',
  recordedAt: '2026-06-01T12:00:00.000Z',
  reading: { agency: 'POLICE', role: 'POLICE_OFFICER', municipality: null, purpose: 'PROTECTION' },
};

test('the description has the members that are sent, and every type of event', () => {
  const sent = toCloudEvent(event, 'cursor') as { data: { reading: object } };
  expect(Object.keys(sent)).toEqual(payload.required);
  expect(Object.keys(payload.properties)).toEqual(payload.required);
  const { data } = payload.properties;
  expect(Object.keys(sent.data)).toEqual(data.required);
  expect(Object.keys(data.properties)).toEqual(data.required);
  expect(Object.keys(data.properties.reading.properties)).toEqual(Object.keys(sent.data.reading));
  expect(data.properties.type.enum).toEqual([...caseUpdateTypes]);
});

test('the description has what is sent of an endpoint that was disabled', () => {
  const sent = toCloudEvent({ ...event, type: 'WEBHOOK_DISABLED', child: 'webhook-1' }, 'cursor');
  const { payload } = messages.webhookUpdate;
  expect(Object.keys(sent)).toEqual(payload.required);
  expect(sent).toMatchObject({ type: payload.properties.type.const, subject: 'webhook-1' });
  const { data } = payload.properties;
  expect(Object.keys((sent as { data: object }).data)).toEqual(data.required);
  expect(data.properties.type.enum).toEqual([...webhookUpdateTypes]);
});
