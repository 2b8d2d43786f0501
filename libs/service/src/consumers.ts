import { KafkaBatchServer } from '@candor/messaging';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Connects the Kafka transport; filters, guards and pipes of HTTP do not apply to it. */
export function connectConsumers(app: NestFastifyApplication): void {
  app.connectMicroservice({ strategy: app.get(KafkaBatchServer, { strict: false }) }, { inheritAppConfig: false });
}
