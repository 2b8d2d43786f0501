import { parseBody, Public } from '@candor/http';
import { Body, Controller, Headers, HttpCode, Inject, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { CONFIG, type Config } from '../../../../config.ts';
import { Loops } from '../../../../timer/loops.ts';
import { noteVerdicts } from '../../note-verdicts.ts';
import { notGenuine, notSetUp } from '../refusals.ts';
import { carriesCredentials } from './basic-auth.ts';
import { heardFromPostmark, postmarkRecord } from './record.ts';

/** Postmark's webhooks, which are not signed: whoever knows the credentials in the address is believed. */
@ApiExcludeController()
@Controller('v1/callbacks/postmark')
export class PostmarkController {
  constructor(private readonly dataSource: DataSource, private readonly loops: Loops, @Inject(CONFIG) private readonly config: Config) {}

  @Post()
  @HttpCode(204)
  @Public('carries the credentials that the provider was given')
  async notice(@Headers('authorization') authorization: string | undefined, @Body() body: unknown): Promise<void> {
    const { POSTMARK_WEBHOOK_AUTH } = this.config;
    if (POSTMARK_WEBHOOK_AUTH === undefined) throw notSetUp('Postmark');
    if (!carriesCredentials(authorization, POSTMARK_WEBHOOK_AUTH)) throw notGenuine('It does not carry the credentials that the provider was given');
    const heard = heardFromPostmark(parseBody(postmarkRecord, body));
    if (heard && (await noteVerdicts(this.dataSource, 'postmark', [heard], new Date()))) this.loops.wake('receipt');
  }
}
