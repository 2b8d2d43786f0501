import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How long answers take to be readable, and tasks to be opened, responded to and closed. */
export class TimeTheLoop1795410200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE answer ADD recorded_at timestamptz, ADD copied_at timestamptz');
    await runner.query(`COMMENT ON COLUMN answer.copied_at IS 'When it came to be among these rows; null of what was read again long after it was recorded'`);
    await runner.query('ALTER TABLE follow_up ADD first_response_at timestamptz, ADD first_response_due_at timestamptz, ADD closed_itself boolean NOT NULL DEFAULT false');
    await runner.query('CREATE INDEX follow_up_response ON follow_up (response)');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX follow_up_response');
    await runner.query('ALTER TABLE follow_up DROP first_response_at, DROP first_response_due_at, DROP closed_itself');
    await runner.query('ALTER TABLE answer DROP recorded_at, DROP copied_at');
  }
}
