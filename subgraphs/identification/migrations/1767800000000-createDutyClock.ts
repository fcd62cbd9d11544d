import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What the duty clock remembers: references and moments, never what is due. */
export class CreateDutyClock1767800000000 implements MigrationInterface {
  name = 'CreateDutyClock1767800000000';

  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`CREATE TABLE duty_watch (
      child text NOT NULL,
      responsible text,
      next_at timestamptz NOT NULL,
      marks integer NOT NULL DEFAULT 0,
      claimed_until timestamptz,
      evaluated_at timestamptz,
      CONSTRAINT "PK_duty_watch" PRIMARY KEY (child)
    )`);
    await runner.query('CREATE INDEX duty_watch_next ON duty_watch (next_at)');
    await runner.query(`CREATE TABLE duty_event (
      child text NOT NULL,
      mark text NOT NULL,
      raised_at timestamptz NOT NULL,
      CONSTRAINT "PK_duty_event" PRIMARY KEY (child, mark)
    )`);
    await runner.query(`CREATE TABLE duty_call (
      operation_id uuid NOT NULL,
      asked_at timestamptz NOT NULL,
      receipts text[],
      CONSTRAINT "PK_duty_call" PRIMARY KEY (operation_id)
    )`);
    await runner.query(`CREATE TABLE duty_position (
      agency text NOT NULL,
      position text NOT NULL,
      CONSTRAINT "PK_duty_position" PRIMARY KEY (agency)
    )`);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const table of ['duty_position', 'duty_call', 'duty_event', 'duty_watch'])
      await runner.query(`DROP TABLE ${table}`);
  }
}
