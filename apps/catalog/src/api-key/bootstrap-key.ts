import { Inject, Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { SCOPES } from '@candor/identity';
import { Repository } from 'typeorm';
import { ApiKeyEntity } from './api-key.entity.ts';
import { hashOf } from './secret.ts';

/** Injects the configured development key, or undefined. */
export const BOOTSTRAP_API_KEY = Symbol('candor.catalog.bootstrap-api-key');
const ID = 'bootstrap';

/** Keeps one key in step with the configuration: there with every right if it is set, gone if it is not. */
@Injectable()
export class BootstrapKey implements OnApplicationBootstrap {
  constructor(
    @InjectRepository(ApiKeyEntity) private readonly keys: Repository<ApiKeyEntity>,
    @Inject(BOOTSTRAP_API_KEY) private readonly secret: string | undefined,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    if (this.secret === undefined) {
      await this.keys.delete({ id: ID });
      return;
    }
    const key = { id: ID, name: 'Development', hash: hashOf(this.secret), scopes: [...SCOPES], units: null, createdBy: 'configuration', createdAt: new Date(), expiresAt: null, revokedAt: null };
    await this.keys.upsert(key, ['id']);
  }
}
