import { Problem } from '@candor/http';

/** 403: not from whom it says, or not for us. */
export const notGenuine = (detail: string): Problem => new Problem({ status: 403, code: 'CALLBACK.NOT_GENUINE', title: 'This did not come from the provider', detail });

/** 403: genuine once; somebody may be repeating it. */
export const stale = (detail: string): Problem => new Problem({ status: 403, code: 'CALLBACK.STALE', title: 'This is too old', detail });

/** 404: the provider is not set up. */
export const notSetUp = (provider: string): Problem => new Problem({ status: 404, code: 'ROUTE.UNKNOWN', title: 'There is nothing at this address', detail: `Notices of ${provider} are not set up` });
