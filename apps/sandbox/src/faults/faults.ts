export const FAULT_MODES = ['ok', 'slow', 'throttle', 'error', 'down'] as const;
export type FaultMode = (typeof FAULT_MODES)[number];

/** The channels that can be made to misbehave. */
export const FAULT_CHANNELS = ['email', 'sms', 'voice'] as const;
export type FaultChannel = (typeof FAULT_CHANNELS)[number];

/** Where a channel has two providers, one can fail while the other stands in. */
export const SMS_PROVIDERS = ['smpp', 'twilio'] as const;
export type SmsProvider = (typeof SMS_PROVIDERS)[number];

/** One wire to the outside: each behaves on its own. */
export type FaultLine = 'email' | 'voice' | `sms-${SmsProvider}`;

export type FaultsNow = Readonly<Record<FaultChannel, FaultMode | 'mixed'> & { providers: Record<SmsProvider, FaultMode> }>;

/** How each provider of the outside world behaves at the moment. */
export class Faults {
  readonly #modes = new Map<FaultLine, FaultMode>();
  readonly #listeners: (() => void)[] = [];

  of(line: FaultLine): FaultMode {
    return this.#modes.get(line) ?? 'ok';
  }

  /** @param provider of SMS: only that one; absent: both */
  set(channel: FaultChannel, mode: FaultMode, provider?: SmsProvider): void {
    const lines: FaultLine[] = channel !== 'sms' ? [channel] : provider === undefined ? ['sms-smpp', 'sms-twilio'] : [`sms-${provider}`];
    for (const line of lines) this.#modes.set(line, mode);
    for (const listener of this.#listeners) listener();
  }

  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  all(): FaultsNow {
    const [smpp, twilio] = [this.of('sms-smpp'), this.of('sms-twilio')];
    return { email: this.of('email'), sms: smpp === twilio ? smpp : 'mixed', voice: this.of('voice'), providers: { smpp, twilio } };
  }
}
