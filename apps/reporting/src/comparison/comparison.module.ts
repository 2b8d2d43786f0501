import { Module } from '@nestjs/common';
import { ScoresModule } from '../scores/scores.module.ts';
import { CompareService } from './compare.service.ts';
import { GetComparisonController } from './get-comparison.controller.ts';
import { GetRankingController } from './get-ranking.controller.ts';
import { RankingService } from './ranking.service.ts';

/** Which figures differ. */
@Module({ imports: [ScoresModule], controllers: [GetComparisonController, GetRankingController], providers: [CompareService, RankingService], exports: [RankingService] })
export class ComparisonModule {}
