import { Module } from '@nestjs/common';
import { NormsController } from './norms.controller.ts';
import { NormsStore } from './norms.store.ts';

/** `/v1/norms`. */
@Module({ controllers: [NormsController], providers: [NormsStore], exports: [NormsStore] })
export class NormsModule {}
