import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Which message won an answer, which REST tells; and the rights that makers of SQL users had, which were not written down before. */
export class TellBiMore1795630000100 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE answer ADD message smallint');
    await runner.query(`COMMENT ON COLUMN answer.message IS 'Of the invitation''s messages, the one it came by. Answers of an earlier release do not say until they change or are copied anew'`);
    await runner.query('ALTER TABLE bi_user ADD rights text[], ADD limited boolean NOT NULL DEFAULT false');
    await runner.query(`COMMENT ON COLUMN bi_user.rights IS 'What whoever made it might read, and so may it; null: it was made before that was written down'`);
    await runner.query(`COMMENT ON COLUMN bi_user.limited IS 'Of its maker''s rights nothing is known, and it has what surely harms nobody'`);
  }

  /** The release before makes its own views, which it knows by the mark on the table. */
  async down(runner: QueryRunner): Promise<void> {
    await runner.query('DROP VIEW IF EXISTS bi.answers, bi.rival_scores, bi.switching');
    await runner.query('COMMENT ON TABLE bi_user IS NULL');
    await runner.query('ALTER TABLE bi_user DROP rights, DROP limited');
    await runner.query('ALTER TABLE answer DROP message');
  }
}
