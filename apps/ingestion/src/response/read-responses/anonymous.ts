import type { CatalogCopy } from '@candor/catalog-copy';
import { Problem } from '@candor/http';
import type { Answer } from '../answer.ts';
import type { AnswerView } from '../show-answer.ts';

/** Programmes whose answers are shown in batches only, by reports (domain 9.4). */
export const anonymousIn = (catalog: CatalogCopy): string[] => catalog.programmes().filter(({ anonymous }) => anonymous).map(({ key }) => key);

export const isAnonymous = (catalog: CatalogCopy, { coordinates }: Answer): boolean => catalog.programme(coordinates.programme)?.anonymous ?? false;

/** 403: whoever reads one answer beside who was asked, when and where, finds who gave it. */
export const answerAnonymous = (id: string): Problem => new Problem({
  status: 403, code: 'RESPONSE.ANONYMOUS', title: 'Single answers of an anonymous programme are not shown', detail: `"${id}" is of an anonymous programme: only what at least five have answered together is told`,
});

/** 403: none of its answers would ever be in the list. */
export const programmeAnonymous = (key: string): Problem => new Problem({
  status: 403, code: 'PROGRAMME.ANONYMOUS', title: 'That is not told of an anonymous programme', detail: `${key} is anonymous: its answers are told in batches, as scores`,
  errors: [{ field: 'programme', message: `${key} is anonymous` }],
});

/** What may be said of such an answer: that it is, and how it stands. */
export const withheld = ({ id, state, revision, changedAt, reason }: Answer): AnswerView => ({ id, state, revision, changedAt: changedAt.toISOString(), ...(reason === undefined ? {} : { reason }) });
