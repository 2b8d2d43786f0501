import type { CatalogCopy } from '@candor/catalog-copy';
import { messagesFor, messagesForHeader, type Asked } from '@candor/survey';
import type { AskingProgramme } from '../answer-by-link/answer-by-link.ts';
import type { LinkEntity } from '../link.entity.ts';

export interface Visit {
  readonly token: string;
  /** Chosen on the page. */
  readonly lang?: string;
  readonly acceptLanguage?: string;
  /** Which of the invitation's messages led here; absent: the first. */
  readonly message?: number;
}

/** What the page says around its question. Names come from the catalogue as it is now; the keys stand in for what it does not have. */
export function askedOf(catalog: Pick<CatalogCopy, 'unit' | 'touchpoint' | 'brandName'>, link: LinkEntity, programme: AskingProgramme, { token, lang, acceptLanguage, message }: Visit): Asked {
  const nameOf = (unit: string) => catalog.unit(unit)?.name ?? unit;
  const chosen = messagesFor(lang);
  return {
    messages: chosen ?? messagesFor(link.language) ?? messagesForHeader(acceptLanguage),
    company: catalog.brandName(link.path, link.programme),
    audience: programme.audience,
    anonymous: programme.anonymous,
    served: link.servedBy !== null,
    about: { touchpoint: catalog.touchpoint(link.touchpoint)?.name ?? link.touchpoint, unit: nameOf(link.unit), at: link.occurredAt, timeZone: link.timeZone },
    path: `/r/${token}`,
    ...(message !== undefined && { message }),
    ...(chosen && { chosen: chosen.tag }),
  };
}
