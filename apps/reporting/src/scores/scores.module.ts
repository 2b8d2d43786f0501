import { Module } from '@nestjs/common';
import { FunnelService } from '../funnel/funnel.service.ts';
import { FunnelStore } from '../funnel/funnel.store.ts';
import { GetFunnelController } from '../funnel/get-funnel.controller.ts';
import { ScoreChanges } from '../stream/score-changes.ts';
import { ScoreFeed } from '../stream/score-feed.ts';
import { StreamScoresController } from '../stream/stream-scores.controller.ts';
import { GetTotalController } from '../total/get-total.controller.ts';
import { TotalService } from '../total/total.service.ts';
import { ExportStore } from './export.store.ts';
import { GetScoresController } from './get-scores/get-scores.controller.ts';
import { ReadSelection } from './read-selection.ts';
import { ScoreStore } from './score.store.ts';
import { ScoresService } from './scores.service.ts';

/** `/v1/scores` and what stands below it. Needs `AccessModule`. */
@Module({
  controllers: [GetScoresController, GetTotalController, GetFunnelController, StreamScoresController],
  providers: [ScoreStore, ExportStore, ReadSelection, ScoresService, TotalService, FunnelStore, FunnelService, ScoreChanges, ScoreFeed],
  exports: [ReadSelection, ScoreStore, ScoresService],
})
export class ScoresModule {}
