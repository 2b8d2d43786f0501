import { Module } from '@nestjs/common';
import { ScoresModule } from '../scores/scores.module.ts';
import { Scopes } from './scopes.service.ts';

/** What reports need that look at answers and invitations one by one. */
@Module({ imports: [ScoresModule], providers: [Scopes], exports: [ScoresModule, Scopes] })
export class SingleAnswersModule {}
