import { Module } from '@nestjs/common';
import { ScoresModule } from '../scores/scores.module.ts';
import { Anonymity } from './anonymity.ts';
import { GetWordsController } from './get-words.controller.ts';
import { ReleaseAtStart } from './release-at-start.ts';
import { WordsStore } from './words.store.ts';

/** What anonymous programmes are published by (docs/adr/0019). */
@Module({ imports: [ScoresModule], controllers: [GetWordsController], providers: [Anonymity, ReleaseAtStart, WordsStore], exports: [Anonymity] })
export class AnonymityModule {}
