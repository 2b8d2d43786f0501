import { Module } from '@nestjs/common';
import { NormsModule } from '../norms/norms.module.ts';
import { RivalsModule } from '../rivals/rivals.module.ts';
import { ScoresModule } from '../scores/scores.module.ts';
import { GetQuestionsController } from './get-questions.controller.ts';
import { QuestionsService } from './questions.service.ts';

/** `/v1/scores/questions`, and the norms that it holds a score against. */
@Module({ imports: [ScoresModule, NormsModule, RivalsModule], controllers: [GetQuestionsController], providers: [QuestionsService], exports: [QuestionsService] })
export class QuestionsModule {}
