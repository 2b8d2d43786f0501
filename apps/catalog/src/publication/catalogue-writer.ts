import { Injectable } from '@nestjs/common';
import { Outbox, type Outgoing, type Receipt } from '@candor/messaging';
import type { EntityManager } from 'typeorm';

export type Announce = (event: Outgoing) => void;

/**
 * Changes the catalogue so that whoever got the answer can rely on it everywhere: it returns once Kafka has acknowledged the records, and services
 * that do not know a key read to the topic's end before they refuse it.
 */
@Injectable()
export class CatalogueWriter {
  constructor(private readonly outbox: Outbox) {}

  /**
   * Runs `change` alone: writers of the catalogue take turns, since whether a tree is free of circles is a question about all of it.
   * If nothing is announced, it waits for what was announced before: the caller may be repeating a call whose answer never came.
   * @throws Problem 503 if Kafka does not acknowledge in time; the change is kept and published as soon as it can be.
   */
  async write<T>(change: (tx: EntityManager, announce: Announce) => Promise<T>): Promise<T> {
    const { result, receipt } = await this.outbox.transaction(async (tx) => {
      await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('candor-catalogue', 0))");
      const events: Outgoing[] = [];
      const changed = await change(tx, (event) => void events.push(event));
      return { result: changed, receipt: events.length > 0 ? await this.outbox.append(tx, events) : await lastReceipt(tx) };
    });
    await this.outbox.published(receipt);
    return result;
  }
}

/** Of everything written so far. */
async function lastReceipt(tx: EntityManager): Promise<Receipt> {
  const rows: { id: number; last: string }[] = await tx.query('SELECT id, next - 1 AS last FROM outbox_stream WHERE retired_at IS NULL ORDER BY id');
  return rows.map(({ id, last }) => ({ stream: id, number: BigInt(last) }));
}
