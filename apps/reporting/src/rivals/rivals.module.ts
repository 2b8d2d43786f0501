import { Module } from '@nestjs/common';
import { NormsModule } from '../norms/norms.module.ts';
import { SingleAnswersModule } from '../single-answers/single-answers.module.ts';
import { GetRivalsController } from './get-rivals.controller.ts';
import { RivalsService } from './rivals.service.ts';
import { RivalsStore } from './rivals.store.ts';

/** `/v1/scores/rivals`. */
@Module({ imports: [SingleAnswersModule, NormsModule], controllers: [GetRivalsController], providers: [RivalsStore, RivalsService], exports: [RivalsService] })
export class RivalsModule {}
