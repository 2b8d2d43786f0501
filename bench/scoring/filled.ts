import { scratch, type Scratch } from '@candor/testing';
import pg from 'pg';
import { fill, type AnswerSet } from './answers.ts';

/** A world of its own whose topic of responses holds the set. */
export async function filled<T>(set: AnswerSet, work: (world: Scratch, pool: pg.Pool) => Promise<T>): Promise<T> {
  const world = await scratch('scoring');
  const pool = new pg.Pool({ connectionString: world.adminDatabaseUrl, max: 2 });
  try {
    await pool.query('CREATE SCHEMA IF NOT EXISTS public; GRANT ALL ON SCHEMA public TO CURRENT_USER');
    await fill(world, set);
    return await work(world, pool);
  } finally {
    await pool.end();
    await world.dispose();
  }
}
