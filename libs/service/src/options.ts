import type { DynamicModule, Type } from '@nestjs/common';
import type { HttpConfig } from '@candor/config';
import type { Access, Problem } from '@candor/http';
import type { Jwks } from '@candor/identity';
import type { DestinationStream } from '@candor/observability';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';

export interface ServiceOptions {
  /** As in `apps/<name>`: names logs, metrics and the OpenAPI document. */
  name: string;
  config: HttpConfig & { readonly TOKEN_JWKS?: Jwks };
  module: Type | DynamicModule;
  /** Connects the Kafka transport of @candor/messaging; its module must be among the imports. */
  consumers?: boolean;
  /** Largest body in bytes; 1 MiB unless given. A route may allow more by Fastify's `bodyLimit`. */
  bodyLimit?: number;
  /** Answers for errors of the service's own libraries that no handler translates. */
  translate?: (error: unknown) => Problem | undefined;
  /** Content type parsers, plugins and direct Fastify routes, before Nest registers its own. */
  configure?: (app: NestFastifyApplication) => void | Promise<void>;
  /** Puts another guard in the place of the one that verifies the gateway's tokens (the gateway's own). */
  guard?: (fastify: FastifyInstance) => void;
  /** Where the log goes; standard output unless given. For tests. */
  logTo?: DestinationStream;
  /** Who may see metrics and the service's own document; anybody unless given, since services listen on the inner network only. */
  operators?: Access;
}
