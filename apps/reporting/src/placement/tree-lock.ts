import { prepared } from '@candor/database';
import type { EntityManager } from 'typeorm';

/**
 * Until the end of the transaction no unit moves: what is placed now is either placed by the newest tree, or found again by whoever changes it. Any number may hold
 * it at a time.
 */
export async function holdTree(tx: EntityManager): Promise<void> {
  await prepared(tx, "SELECT pg_advisory_xact_lock_shared(hashtextextended('candor-reporting-tree', 0))", []);
}

/** Waits until all that hold the tree have committed, and keeps others out. */
export async function changeTree(tx: EntityManager): Promise<void> {
  await tx.query("SELECT pg_advisory_xact_lock(hashtextextended('candor-reporting-tree', 0))");
}

/** One at a time moves sums: two that touch the same rows in several statements would wait for each other. */
export async function changeShifts(tx: EntityManager): Promise<void> {
  await prepared(tx, "SELECT pg_advisory_xact_lock(hashtextextended('candor-reporting-shift', 0))", []);
}
