import type { MigrationInterface, QueryRunner } from 'typeorm';
import { releaseRows, secureRows } from '../../shared/database/security/rowSecurity';

/** From the absconding to the return and the closing: who was told, meetings, the guardian's opinion, the return. */
export class AddCaseLife1767600000002 implements MigrationInterface {
  name = 'AddCaseLife1767600000002';

  async up(runner: QueryRunner): Promise<void> {
    for (const statement of [...columns, ...tables, ...indexes, ...secureRows(names)])
      await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const statement of [...releaseRows(names), ...undone]) await runner.query(statement);
  }
}

const names = ['informed', 'reconciliation_meeting'];

const columns = [
  `ALTER TABLE absconding_episode
    ADD cause_note text,
    ADD discovered_by text,
    ADD placement_type text,
    ADD onward_country text,
    ADD asylum_grounds text,
    ADD conversation_on date,
    ADD conversation_happened text,
    ADD conversation_whereabouts text,
    ADD conversation_company text,
    ADD crime_suspected boolean,
    ADD left_country_confirmed_by text`,
  'ALTER TABLE social_case ADD guardian_opinion text, ADD guardian_opinion_note text',
  'ALTER TABLE care_order ADD handrackning_ground text, DROP CONSTRAINT care_order_kind',
  `ALTER TABLE care_order
    ADD CONSTRAINT care_order_kind CHECK (kind IN ('LVU_IMMEDIATE', 'LVU', 'NO_IMMEDIATE_CARE'))`,
];

const ofEpisode = (name: string): string => `id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    child_id text NOT NULL CONSTRAINT of_child REFERENCES child (id) ON DELETE CASCADE,
    episode_id text NOT NULL CONSTRAINT ${name} REFERENCES absconding_episode (id) ON DELETE CASCADE`;

const tables = [
  `CREATE TABLE informed (
    ${ofEpisode('informed_of_episode')},
    receiver text NOT NULL,
    sender text NOT NULL,
    subject text NOT NULL,
    informed_at timestamptz NOT NULL,
    contents text[] NOT NULL DEFAULT '{}',
    basis text,
    CONSTRAINT informed_ngo_basis CHECK (receiver <> 'NGO' OR basis IS NOT NULL)
  )`,
  `CREATE TABLE reconciliation_meeting (
    ${ofEpisode('meeting_of_episode')},
    held_at timestamptz NOT NULL,
    participants text[] NOT NULL,
    outcome text NOT NULL,
    next_on date
  )`,
];

const indexes = names.flatMap((table) => [
  `CREATE INDEX ${table}_by_child ON ${table} (child_id)`,
  `CREATE INDEX ${table}_by_episode ON ${table} (episode_id)`,
]);

const undone = [
  'DROP TABLE informed, reconciliation_meeting',
  `DELETE FROM care_order WHERE kind = 'NO_IMMEDIATE_CARE'`,
  'ALTER TABLE care_order DROP handrackning_ground, DROP CONSTRAINT care_order_kind',
  `ALTER TABLE care_order ADD CONSTRAINT care_order_kind CHECK (kind IN ('LVU_IMMEDIATE', 'LVU'))`,
  'ALTER TABLE social_case DROP guardian_opinion, DROP guardian_opinion_note',
  `ALTER TABLE absconding_episode
    DROP cause_note, DROP discovered_by, DROP placement_type, DROP onward_country, DROP asylum_grounds,
    DROP conversation_on, DROP conversation_happened, DROP conversation_whereabouts, DROP conversation_company,
    DROP crime_suspected, DROP left_country_confirmed_by`,
];
