import { Problem } from '@candor/http';

/** 409: the id stands for another answer. */
export const idTaken = (id: string): Problem => new Problem({
  status: 409, code: 'RESPONSE.CONFLICT', title: 'This id was used for another answer', detail: `"${id}" was posted before with other content`,
  errors: [{ field: 'id', message: 'was used for an answer with other content' }],
});

/** 410: it is gone for good, and its id with it. */
export const erased = (id: string): Problem => new Problem({
  status: 410, code: 'RESPONSE.ERASED', title: 'This answer was erased', detail: `"${id}" was erased on request and cannot be used again`,
  errors: [{ field: 'id', message: 'was erased' }],
});

/** 409: the answer can no longer be changed by the respondent. */
export const locked = (because: 'by-staff' | 'window-over'): Problem => new Problem({
  status: 409, code: 'RESPONSE.LOCKED', title: 'This answer can no longer be changed',
  detail: because === 'by-staff' ? 'Staff are already looking into it, so its score stands' : 'The time to change it is over',
});
