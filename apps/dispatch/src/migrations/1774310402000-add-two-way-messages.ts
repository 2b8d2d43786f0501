import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What providers call our messages and tell of them, and conversations by text message. */
export class AddTwoWayMessages1774310402000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE invitation ADD COLUMN delivered_at timestamptz;
      COMMENT ON COLUMN invitation.delivered_at IS 'When the provider said that the message had arrived; null where none says so.';
      CREATE INDEX invitation_at_address ON invitation (address, issued_at) WHERE channel = 'sms';

      CREATE TABLE sent_message (
        provider text NOT NULL,
        provider_id text NOT NULL,
        invitation uuid NOT NULL,
        channel text NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (provider, provider_id)
      );
      COMMENT ON TABLE sent_message IS 'Receipts, and what comes back, find their invitation by what the provider calls its message.';
      CREATE INDEX sent_message_at ON sent_message (at);

      CREATE TABLE delivery_receipt (
        id bigserial PRIMARY KEY,
        provider text NOT NULL,
        provider_id text NOT NULL,
        invitation uuid,
        status text NOT NULL CHECK (status IN ('delivered', 'failed')),
        reason text,
        address_at_fault boolean NOT NULL DEFAULT false,
        opted_out boolean NOT NULL DEFAULT false,
        at timestamptz NOT NULL
      );
      COMMENT ON TABLE delivery_receipt IS 'Until it is applied: a receipt may come before the sending was noted.';
      COMMENT ON COLUMN delivery_receipt.invitation IS 'Where the provider told us what we had told it; else found by sent_message.';
      CREATE INDEX delivery_receipt_message ON delivery_receipt (provider, provider_id);

      CREATE TABLE incoming_text (
        provider text NOT NULL,
        provider_id text NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (provider, provider_id)
      );
      COMMENT ON TABLE incoming_text IS 'Text messages that were taken, so that each is taken once; their words are not kept here.';
      CREATE INDEX incoming_text_at ON incoming_text (at);

      CREATE TABLE conversation (
        invitation uuid PRIMARY KEY,
        phase text NOT NULL CHECK (phase IN ('asked', 'reason', 'done')),
        asked_again boolean NOT NULL,
        texts integer NOT NULL,
        changed_at timestamptz NOT NULL
      );
      COMMENT ON COLUMN conversation.texts IS 'How many we have written in it: another machine at the other end must not keep us talking.';

      CREATE TABLE outgoing_text (
        id uuid PRIMARY KEY,
        provider text NOT NULL,
        address text NOT NULL,
        body text NOT NULL,
        written_at timestamptz NOT NULL,
        next_attempt_at timestamptz NOT NULL,
        lease_until timestamptz,
        attempts integer NOT NULL DEFAULT 0
      );
      COMMENT ON TABLE outgoing_text IS 'What we answer in conversations, until it is sent or too late.';
      CREATE INDEX outgoing_text_due ON outgoing_text (next_attempt_at);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DROP TABLE outgoing_text, conversation, incoming_text, delivery_receipt, sent_message;
      DROP INDEX invitation_at_address;
      ALTER TABLE invitation DROP COLUMN delivered_at;
    `);
  }
}
