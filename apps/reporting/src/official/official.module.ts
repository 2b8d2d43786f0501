import { Module } from '@nestjs/common';
import { ScoresModule } from '../scores/scores.module.ts';
import { OfficialController } from './official.controller.ts';
import { OfficialService } from './official.service.ts';
import { OfficialStore } from './official.store.ts';
import { TargetsController } from './targets.controller.ts';
import { TargetsService } from './targets.service.ts';

/** `/v1/official` and `/v1/targets`. */
@Module({ imports: [ScoresModule], controllers: [OfficialController, TargetsController], providers: [OfficialStore, OfficialService, TargetsService], exports: [OfficialStore] })
export class OfficialModule {}
