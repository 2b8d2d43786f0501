import { Module } from '@nestjs/common';
import { SingleAnswersModule } from '../single-answers/single-answers.module.ts';
import { DriversService } from './drivers.service.ts';
import { DriversStore } from './drivers.store.ts';
import { GetDriversController } from './get-drivers.controller.ts';

/** `/v1/scores/drivers`. */
@Module({ imports: [SingleAnswersModule], controllers: [GetDriversController], providers: [DriversStore, DriversService], exports: [DriversService] })
export class DriversModule {}
