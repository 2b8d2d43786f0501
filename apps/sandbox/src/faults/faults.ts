export const FAULT_MODES = ['ok', 'slow', 'throttle', 'error', 'down'] as const;
export type FaultMode = (typeof FAULT_MODES)[number];

/** The channels that can be made to misbehave. */
export const FAULT_CHANNELS = ['email'] as const;
export type FaultChannel = (typeof FAULT_CHANNELS)[number];

/** How each provider of the outside world behaves at the moment. */
export class Faults {
  readonly #modes = new Map<FaultChannel, FaultMode>();
  readonly #listeners: (() => void)[] = [];

  of(channel: FaultChannel): FaultMode {
    return this.#modes.get(channel) ?? 'ok';
  }

  set(channel: FaultChannel, mode: FaultMode): void {
    this.#modes.set(channel, mode);
    for (const listener of this.#listeners) listener();
  }

  onChange(listener: () => void): void {
    this.#listeners.push(listener);
  }

  all(): Record<FaultChannel, FaultMode> {
    return Object.fromEntries(FAULT_CHANNELS.map((channel) => [channel, this.of(channel)])) as Record<FaultChannel, FaultMode>;
  }
}
