import { Module } from '@nestjs/common';
import { SingleAnswersModule } from '../single-answers/single-answers.module.ts';
import { GetServiceLevelsController } from './get-service-levels.controller.ts';
import { ServiceLevelsService } from './service-levels.service.ts';
import { ServiceLevelsStore } from './service-levels.store.ts';

/** `/v1/service-levels`. */
@Module({ imports: [SingleAnswersModule], controllers: [GetServiceLevelsController], providers: [ServiceLevelsStore, ServiceLevelsService], exports: [ServiceLevelsService] })
export class ServiceLevelsModule {}
