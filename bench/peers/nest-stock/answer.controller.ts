import { Controller } from '@nestjs/common';
import { EventPattern, Payload } from '@nestjs/microservices';
import { InjectDataSource } from '@nestjs/typeorm';
import type { DataSource as Connection } from 'typeorm';
import { DataSource } from 'typeorm';
import { CellEntity } from './cell.entity.ts';

interface Answer {
  after: { programme: string; touchpoint: string; path: string[]; day: string; hour: number; measure: string; score: number };
}

/** The same cells as the scoring service, one event at a time: find, add, save, in one transaction. */
@Controller()
export class AnswerController {
  readonly #connection: Connection;

  constructor(@InjectDataSource() connection: DataSource) {
    this.#connection = connection;
  }

  @EventPattern(process.env['BENCH_TOPIC'])
  async count(@Payload() { after }: Answer): Promise<void> {
    const common = `${after.measure}|${after.programme}|${after.touchpoint}`;
    const keys = [...after.path.map((unit) => `day|${common}|${unit}|${after.day}`), `hour|${common}|${after.path.at(-1)}|${after.day}|${after.hour}`];
    await this.#connection.transaction(async (tx) => {
      const cells = tx.getRepository(CellEntity);
      for (const key of keys) {
        const cell = (await cells.findOneBy({ key })) ?? cells.create({ key, n: 0, counts: new Array(11).fill(0) });
        cell.n += 1;
        cell.counts[after.score]! += 1;
        await cells.save(cell);
      }
    });
  }
}
