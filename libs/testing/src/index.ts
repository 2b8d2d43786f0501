export { runChild } from './child.ts';
export type { Child } from './child.ts';
export { launchBrowser } from './platform/browser.ts';
export { platform } from './platform/platform.ts';
export type { PlatformOptions, RunningPlatform } from './platform/platform.ts';
export type { RunningService } from './platform/running-service.ts';
export { scratch } from './scratch/scratch.ts';
export type { Scratch } from './scratch/scratch.ts';
export { checkout, sharedDoor, testServers } from './servers.ts';
