import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** Connects the Kafka transport; filters, guards and pipes of HTTP do not apply to it. */
export async function connectConsumers(app: NestFastifyApplication): Promise<void> {
  const { KafkaBatchServer } = await import('@candor/messaging');
  app.connectMicroservice({ strategy: app.get(KafkaBatchServer, { strict: false }) }, { inheritAppConfig: false });
}
