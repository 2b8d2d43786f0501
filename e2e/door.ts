import { platform, type RunningPlatform } from '@candor/testing';
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

/** Starts the built platform, empty, on free ports; ready when it resolves. */
export async function openDoor(): Promise<Door> {
  return new Door(await platform());
}
