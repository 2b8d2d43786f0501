export type { Report, StackAddresses, StackMode } from './addresses.ts';
export { freePort, freePorts, isFree } from './free-port.ts';
export { HomeLock } from './native/home-lock.ts';
export { prepareNative } from './native/native-stack.ts';
export type { NativeStack } from './native/native-stack.ts';
export { RemedyError } from './native/remedy.ts';
