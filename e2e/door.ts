import { platform, sharedDoor, type RunningPlatform } from '@candor/testing';
import { FrontDoor } from './front-door.ts';

/** The front door of a platform of its own, and the platform behind it. */
export class Door extends FrontDoor {
  readonly platform: RunningPlatform;

  constructor(running: RunningPlatform) {
    super(running.url, running.apiKey);
    this.platform = running;
  }

  close(): Promise<void> {
    return this.platform.stop();
  }
}

/** Starts the built platform, empty, on free ports; ready when it resolves. For files that stop parts of it, or count everything there is. */
export async function openDoor(): Promise<Door> {
  return new Door(await platform());
}

export interface SharedDoor extends FrontDoor { close(): Promise<void> }

/**
 * The front door of the platform that the run shares among files, as it is: a file has units, touchpoints and customers of its own, and counts only those.
 * Without such a run (one file by hand) a platform of its own.
 */
export async function enterSharedDoor(): Promise<SharedDoor> {
  const shared = sharedDoor();
  if (!shared) return openDoor();
  return Object.assign(new FrontDoor(shared.url, shared.apiKey), { close: () => Promise.resolve() });
}
