import { CatalogCopy } from '@candor/catalog-copy';
import { Public } from '@candor/http';
import { Outbox } from '@candor/messaging';
import { Body, Controller, Headers, HttpCode, Inject, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../../../config.ts';
import { Loops } from '../../../timer/loops.ts';
import type { CallInput } from '../call-flow.ts';
import { stepAt } from '../call-link.ts';
import { isMachine, newsOf } from '../call-state.ts';
import { renderTwiml } from '../twiml.ts';
import { voiceSettings, type VoiceSettings } from '../voice-settings.ts';
import { forbidden, malformed, signedCall, type SignedCall } from './signed-call.ts';
import { TakeCall } from './take-call.ts';

const REASON = 'the telephone company signs what it posts';
const MOST_WORDS = 10_000;
const DIALLED = new Set(['completed', 'busy', 'no-answer', 'failed', 'canceled']);

/** Everything that a telephone company posts about our calls, at the addresses that it was given for each. */
@ApiExcludeController()
@Controller('v1/callbacks/voice/:call')
export class CallsController {
  readonly #settings: VoiceSettings | undefined;
  readonly #calls: TakeCall | undefined;

  constructor(@Inject(CONFIG) config: Config, outbox: Outbox, catalog: CatalogCopy, private readonly loops: Loops) {
    this.#settings = voiceSettings(config);
    this.#calls = this.#settings && new TakeCall(this.#settings, outbox, catalog);
  }

  /** How the call stands: only its end is asked for, but who says more is heard. */
  @Post('status')
  @HttpCode(204)
  @Public(REASON)
  async status(@Req() request: FastifyRequest, @Body() body: unknown, @Headers('x-twilio-signature') signature: string | undefined): Promise<void> {
    const { call, calls } = this.#open(request, body, signature);
    const news = newsOf(call.field('CallStatus'), call.field('SipResponseCode'), call.field('AnsweredBy'));
    if (news === null) throw malformed('CallStatus', 'is no status of a call');
    if (news !== undefined) await calls.hear(call, news, new Date());
  }

  /** A recording can be fetched. */
  @Post('recording')
  @HttpCode(204)
  @Public(REASON)
  async recording(@Req() request: FastifyRequest, @Body() body: unknown, @Headers('x-twilio-signature') signature: string | undefined): Promise<void> {
    const { call, calls } = this.#open(request, body, signature);
    if ((call.field('RecordingStatus') ?? 'completed') !== 'completed') return;
    const recording = recordingOf(call);
    if (!recording) throw malformed('RecordingSid', 'must name the recording');
    await this.#recorded(calls, call, recording);
  }

  /** What was said, in writing. */
  @Post('transcription')
  @HttpCode(204)
  @Public(REASON)
  async transcription(@Req() request: FastifyRequest, @Body() body: unknown, @Headers('x-twilio-signature') signature: string | undefined): Promise<void> {
    const { call, calls } = this.#open(request, body, signature);
    const text = call.field('TranscriptionText')?.trim() ?? '';
    const recording = recordingOf(call)?.providerId;
    if (!recording) throw malformed('RecordingSid', 'must name the recording');
    if ((call.field('TranscriptionStatus') ?? 'completed') === 'completed' && text !== '') await calls.transcribed(call, recording, text.slice(0, MOST_WORDS), new Date());
  }

  @Post(':at')
  @HttpCode(200)
  @Public(REASON)
  async open(
    @Req() request: FastifyRequest, @Body() body: unknown, @Headers('x-twilio-signature') signature: string | undefined, @Param('at') at: string, @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.#step(request, body, signature, at, undefined, reply);
  }

  @Post(':at/:value')
  @HttpCode(200)
  @Public(REASON)
  async step(
    @Req() request: FastifyRequest, @Body() body: unknown, @Headers('x-twilio-signature') signature: string | undefined, @Param('at') at: string, @Param('value') value: string,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.#step(request, body, signature, at, value, reply);
  }

  async #step(request: FastifyRequest, body: unknown, signature: string | undefined, at: string, value: string | undefined, reply: FastifyReply): Promise<void> {
    const { call, calls } = this.#open(request, body, signature);
    const step = stepAt(at, value);
    if (!step) throw malformed('step', 'is none of a call');
    const recording = step.at === 'reason' ? recordingOf(call) : undefined;
    if (recording) await this.#recorded(calls, call, recording);
    const document = await calls.step(call, step, inputOf(call), new Date());
    void reply.header('cache-control', 'no-store').type('text/xml; charset=utf-8').send(renderTwiml(document));
  }

  async #recorded(calls: TakeCall, call: SignedCall, recording: { providerId: string; seconds: number }): Promise<void> {
    await calls.recorded(call, recording, new Date());
    this.loops.wake('recordings');
  }

  #open({ url }: FastifyRequest, body: unknown, signature: string | undefined): { call: SignedCall; calls: TakeCall } {
    if (!this.#settings || !this.#calls) throw forbidden('CALLBACK.UNKNOWN', 'Nobody is set up to call');
    return { call: signedCall(this.#settings, url, body, signature), calls: this.#calls };
  }
}

function inputOf(call: SignedCall): CallInput {
  const dialled = call.field('DialCallStatus');
  return {
    digits: call.field('Digits') ?? '', machine: isMachine(call.field('AnsweredBy')),
    ...(dialled !== undefined && { dialled: (DIALLED.has(dialled) ? dialled : 'failed') as NonNullable<CallInput['dialled']> }),
  };
}

function recordingOf(call: SignedCall): { providerId: string; seconds: number } | undefined {
  const providerId = call.field('RecordingSid') ?? /\/Recordings\/([\w-]+)(\.\w+)?$/.exec(call.field('RecordingUrl') ?? '')?.[1];
  if (providerId === undefined || !/^[A-Za-z0-9-]{1,64}$/.test(providerId)) return undefined;
  const seconds = Number(call.field('RecordingDuration') ?? 0);
  return { providerId, seconds: Number.isInteger(seconds) && seconds >= 0 ? seconds : 0 };
}
