/** Injects the service's pino logger. */
export const LOGGER = Symbol('candor.logger');
