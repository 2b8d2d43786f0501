import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Names as they were when somebody acted: a signature tells who it was, also when the person has left or the key is revoked. */
export class NameWhoPublished1795461200000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE target ADD COLUMN set_by_name text');
    await runner.query('ALTER TABLE official_edition ADD COLUMN frozen_by_name text, ADD COLUMN signed_by_name text CHECK (signed_by_name IS NULL OR signed_by IS NOT NULL)');
    await this.#signedOnce(runner, ['signed_by', 'signed_by_name', 'signed_at']);
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.#signedOnce(runner, ['signed_by', 'signed_at']);
    await runner.query('ALTER TABLE official_edition DROP COLUMN frozen_by_name, DROP COLUMN signed_by_name');
    await runner.query('ALTER TABLE target DROP COLUMN set_by_name');
  }

  /** An edition can be signed, once; everything else about it stands. */
  async #signedOnce(runner: QueryRunner, signature: readonly string[]): Promise<void> {
    const unsigned = (row: string): string => `to_jsonb(${row})${signature.map((column) => ` - '${column}'`).join('')}`;
    await runner.query('DROP TRIGGER signed_once ON official_edition');
    await runner.query(`CREATE TRIGGER signed_once BEFORE UPDATE ON official_edition FOR EACH ROW
      WHEN (OLD.signed_at IS NOT NULL OR ${unsigned('OLD')} IS DISTINCT FROM ${unsigned('NEW')}) EXECUTE FUNCTION history_stands()`);
  }
}
