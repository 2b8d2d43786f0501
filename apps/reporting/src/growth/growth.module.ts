import { Module } from '@nestjs/common';
import { SingleAnswersModule } from '../single-answers/single-answers.module.ts';
import { GetGrowthController } from './get-growth.controller.ts';
import { GrowthService } from './growth.service.ts';
import { GrowthStore } from './growth.store.ts';

/** `/v1/scores/growth`. */
@Module({ imports: [SingleAnswersModule], controllers: [GetGrowthController], providers: [GrowthStore, GrowthService] })
export class GrowthModule {}
