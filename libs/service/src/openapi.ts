import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

/** The service's OpenAPI document, made at first demand: it takes longer than a start should. */
export function openApiOf(app: INestApplication, name: string): () => unknown {
  let document: unknown;
  return () => {
    document ??= SwaggerModule.createDocument(
      app,
      new DocumentBuilder()
        .setTitle(`Candor ${name}`)
        .setVersion('1')
        .addSecurity('key', { type: 'http', scheme: 'bearer', description: 'An API key' })
        .build(),
    );
    return document;
  };
}
