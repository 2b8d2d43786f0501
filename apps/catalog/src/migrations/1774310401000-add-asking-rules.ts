import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a programme says about segments, languages, reminders, quota, consent and calendar. Programmes that are there keep their version: they said nothing of it, and still do. */
export class AddAskingRules1774310401000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE programme
        ADD segments jsonb,
        ADD languages text[],
        ADD reminders jsonb NOT NULL DEFAULT '[]',
        ADD quota jsonb,
        ADD demands_consent text[] NOT NULL DEFAULT '{}',
        ADD calendar jsonb
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE programme DROP segments, DROP languages, DROP reminders, DROP quota, DROP demands_consent, DROP calendar');
  }
}
