import { interaction, interactionTopic } from '@candor/contracts';
import { Problem } from '@candor/http';
import { ConsumesBatch, isEvent, type Batch, type Received } from '@candor/messaging';
import { Controller } from '@nestjs/common';
import { Payload } from '@nestjs/microservices';
import { Loops } from '../../timer/loops.ts';
import { Acceptance } from '../acceptance.ts';
import { readEvent, type FieldError, type InteractionEvent } from '../cloud-event.ts';

/** An interaction that cannot be taken. The transport finds the ones at fault and puts them aside as dead letters, from where they can be replayed. */
class InteractionRefused extends Error {
  override readonly name = 'InteractionRefused';
  readonly transient = false;

  constructor(errors: readonly FieldError[]) {
    super(errors.slice(0, 20).map(({ field, message }) => `${field}: ${message}`).join('; '));
  }
}

/** Interactions that enterprises produce straight to the topic. */
@Controller()
export class InteractionsConsumer {
  constructor(private readonly acceptance: Acceptance, private readonly loops: Loops) {}

  @ConsumesBatch(interactionTopic, { consumer: 'interactions', maxEvents: 500 })
  async take(@Payload() batch: Batch): Promise<void> {
    const events = batch.events.map(eventOf);
    const unknown = await this.acceptance.unknownKeys(events, () => '').catch(asTransient);
    if (unknown.length > 0) throw new InteractionRefused(unknown);

    const parcels = events.map((event, index) => ({ events: [event], correlation: batch.events[index]?.correlation }));
    const outcomes = await this.acceptance.acceptIn(batch.tx, parcels);
    if (outcomes.some((outcome) => !outcome.ok)) throw new InteractionRefused([{ field: 'id', message: 'was used before with other data' }]);
    batch.afterCommit(() => this.loops.wake('decide'));
  }
}

function eventOf(received: Received): InteractionEvent {
  const { source, id, type, data } = received;
  const read = readEvent({ specversion: '1.0', source, id, type }, isEvent(received, interaction) ? data : undefined);
  if (!read.ok) throw new InteractionRefused(read.errors);
  return read.value;
}

/** A catalogue that cannot be read right now is no fault of the interactions: they are tried again. */
function asTransient(error: unknown): never {
  if (error instanceof Problem && error.status === 503) throw Object.assign(new Error(error.message, { cause: error }), { transient: true });
  throw error;
}
