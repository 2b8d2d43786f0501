import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Into which unit one was closed; and the weights of touchpoints through time, of which those that are there have had one since ever. */
export class AddMergersAndWeights1795390600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE unit ADD merged_into text');
    await runner.query('ALTER TABLE touchpoint ADD weights jsonb');
    await runner.query("UPDATE touchpoint SET weights = jsonb_build_array(jsonb_build_object('weight', weight, 'from', NULL))");
    await runner.query('ALTER TABLE touchpoint ALTER weights SET NOT NULL');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('ALTER TABLE touchpoint DROP weights');
    await runner.query('ALTER TABLE unit DROP merged_into');
  }
}
