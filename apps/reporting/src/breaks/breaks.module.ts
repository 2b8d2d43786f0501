import { Module } from '@nestjs/common';
import { SingleAnswersModule } from '../single-answers/single-answers.module.ts';
import { BreaksService } from './breaks.service.ts';
import { GetBreaksController } from './get-breaks.controller.ts';

/** `/v1/scores/breaks`. */
@Module({ imports: [SingleAnswersModule], controllers: [GetBreaksController], providers: [BreaksService] })
export class BreaksModule {}
