import type { MigrationInterface, QueryRunner } from 'typeorm';

/** The boards' register as it begins: the children and the guardians appointed for them. */
export class CreateRegister1767225600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(child);
    await runner.query(guardianship);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP TABLE guardianship, child');
  }
}

const child = `
  CREATE TABLE child (
    id text PRIMARY KEY,
    protected_identity boolean NOT NULL DEFAULT false,
    identity jsonb NOT NULL,
    search_keys text[] NOT NULL,
    secret_from_guardian boolean NOT NULL DEFAULT false,
    adult_decision boolean,
    adult_decided_on date,
    CONSTRAINT child_adult_decision CHECK (adult_decision IS NOT NULL OR adult_decided_on IS NULL)
  );
  CREATE INDEX child_search_keys ON child USING gin (search_keys)`;

const guardianship = `
  CREATE TABLE guardianship (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    child_id text NOT NULL CONSTRAINT guardianship_of_child REFERENCES child ON DELETE CASCADE,
    kind text NOT NULL CONSTRAINT guardianship_kind
      CHECK (kind IN ('GOD_MAN', 'PROVISIONAL', 'REPRESENTATIVE', 'SFV')),
    board_municipality text NOT NULL CONSTRAINT guardianship_board_municipality
      CHECK (board_municipality ~ '^[0-9]{4}$'),
    board_contact text,
    guardian_principal text NOT NULL,
    guardian_name text NOT NULL,
    phone text,
    email text,
    appointed_on date NOT NULL,
    ended_on date,
    end_reason text CONSTRAINT guardianship_end_reason CHECK (end_reason IN ('TURNED_18', 'AGE_DECISION',
      'PARENT_ARRIVED', 'CUSTODIAN_APPOINTED', 'CHANGE_OF_GUARDIAN', 'LEFT_COUNTRY', 'DECEASED', 'OTHER')),
    petition_for_custodian_on date,
    CONSTRAINT guardianship_days CHECK (ended_on >= appointed_on),
    CONSTRAINT guardianship_ended_for_reason CHECK (ended_on IS NOT NULL OR end_reason IS NULL)
  );
  CREATE INDEX guardianship_child ON guardianship (child_id);
  CREATE UNIQUE INDEX guardianship_in_force ON guardianship (child_id) WHERE ended_on IS NULL`;
