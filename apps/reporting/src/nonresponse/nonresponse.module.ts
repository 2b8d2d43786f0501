import { Module } from '@nestjs/common';
import { NormsModule } from '../norms/norms.module.ts';
import { SingleAnswersModule } from '../single-answers/single-answers.module.ts';
import { GetNonresponseController } from './get-nonresponse.controller.ts';
import { NonresponseService } from './nonresponse.service.ts';
import { NonresponseStore } from './nonresponse.store.ts';

/** `/v1/scores/nonresponse`. */
@Module({ imports: [SingleAnswersModule, NormsModule], controllers: [GetNonresponseController], providers: [NonresponseStore, NonresponseService], exports: [NonresponseService] })
export class NonresponseModule {}
