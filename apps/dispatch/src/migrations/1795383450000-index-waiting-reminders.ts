import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose time to answer ends while a reminder waits to be sent is found without looking at everything that waits. */
export class IndexWaitingReminders1795383450000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("CREATE INDEX invitation_reminding ON invitation (expires_at) WHERE status = 'issued' AND NOT matured AND follow_up ->> 'held' = 'sent'");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP INDEX invitation_reminding');
  }
}
