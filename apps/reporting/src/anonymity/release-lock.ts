import { prepared } from '@candor/database';
import type { EntityManager } from 'typeorm';

/** One at a time fills batches: two that see the same answers waiting would put them into two. Comes before whatever else is locked. */
export async function holdReleases(tx: EntityManager): Promise<void> {
  await prepared(tx, "SELECT pg_advisory_xact_lock(hashtextextended('candor-reporting-release', 0))", []);
}
