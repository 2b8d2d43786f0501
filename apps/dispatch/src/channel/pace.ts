/** When each sender may send next; pure, with the time passed in (milliseconds of any clock). */
export type Pace = ReadonlyMap<string, number>;

/**
 * Takes the next slot of a sender. Slots are spread evenly: a burst is what operators punish.
 * @param rate messages per second
 * @returns how long to wait for it, and the slots as they are then
 */
export function nextSlot(pace: Pace, sender: string, rate: number, now: number): { waitMs: number; pace: Pace } {
  const at = Math.max(pace.get(sender) ?? now, now);
  return { waitMs: at - now, pace: new Map(pace).set(sender, at + 1000 / rate) };
}
