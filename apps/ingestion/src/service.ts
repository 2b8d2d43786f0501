import type { ServiceOptions } from '@candor/service';
import type { FastifyInstance } from 'fastify';
import { IngestionModule, type IngestionOptions } from './ingestion.module.ts';
import { shortenIntake } from './response/record-response/controller.ts';
import { Intake, takeNdjson } from './response/record-response/intake.ts';

/** How the service is put together, in production and in tests. */
export function ingestionService(options: IngestionOptions): Pick<ServiceOptions, 'name' | 'module' | 'consumers' | 'configure'> {
  return {
    name: 'ingestion',
    module: IngestionModule.forRoot(options),
    consumers: true,
    configure: (app) => {
      const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
      takeNdjson(fastify);
      let found: Intake | undefined;
      shortenIntake(fastify, (): Intake => {
        const intake = found ?? app.get<Intake>(Intake, { strict: false });
        found = intake;
        return intake;
      });
    },
  };
}
