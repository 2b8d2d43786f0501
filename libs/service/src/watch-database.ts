import { ReadinessRegistry } from '@candor/observability';
import { Inject, Injectable, Optional, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** A service that has a database is ready when it answers; one without has nothing to watch. */
@Injectable()
export class WatchDatabase implements OnModuleInit {
  constructor(private readonly readiness: ReadinessRegistry, @Optional() @Inject(DataSource) private readonly database?: DataSource) {}

  onModuleInit(): void {
    const { database } = this;
    if (database) this.readiness.add('database', async () => void (await database.query('SELECT 1')));
  }
}
