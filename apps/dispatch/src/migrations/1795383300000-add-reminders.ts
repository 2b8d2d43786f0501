import type { MigrationInterface, QueryRunner } from 'typeorm';

/** More messages to those who stay silent, and the signs of somebody who does not. Invitations that are under way get none: their programme's plan was not noted. */
export class AddReminders1795383300000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE invitation ADD opened_at timestamptz, ADD started_at timestamptz, ADD follow_up jsonb, ADD remind_at timestamptz;
      COMMENT ON COLUMN invitation.follow_up IS 'The plan of reminders and the messages before the present one; null where the programme has none.';
      COMMENT ON COLUMN invitation.remind_at IS 'When to look whether a reminder is due.';
      CREATE INDEX invitation_to_remind ON invitation (remind_at) WHERE remind_at IS NOT NULL;
      CREATE INDEX invitation_earlier ON invitation USING gin ((follow_up -> 'earlier') jsonb_path_ops) WHERE follow_up IS NOT NULL;

      ALTER TABLE delivery_receipt ADD channel text;
      COMMENT ON COLUMN delivery_receipt.channel IS 'Of the message: an invitation may have been sent by several.';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE delivery_receipt DROP channel;
      DROP INDEX invitation_earlier;
      ALTER TABLE invitation DROP remind_at, DROP follow_up, DROP started_at, DROP opened_at;
    `);
  }
}
