import { Module } from '@nestjs/common';
import { SingleAnswersModule } from '../single-answers/single-answers.module.ts';
import { AccountsService } from './accounts.service.ts';
import { AccountsStore } from './accounts.store.ts';
import { GetAccountsController } from './get-accounts.controller.ts';

/** `/v1/scores/accounts`. */
@Module({ imports: [SingleAnswersModule], controllers: [GetAccountsController], providers: [AccountsStore, AccountsService] })
export class AccountsModule {}
