import { languageOf } from '@candor/survey-words';
import { am } from './am.ts';
import { ar } from './ar.ts';
import { en } from './en.ts';
import { he } from './he.ts';
import type { Messages } from './messages.ts';
import { ru } from './ru.ts';

/** Every catalogue, in the order in which the page offers them. */
export const LANGUAGES: readonly Messages[] = [en, he, ar, am, ru];

/** The catalogue for a language tag (`he`, `he-IL`, `iw`), or undefined if there is none. */
export function messagesFor(tag: string | undefined): Messages | undefined {
  if (!tag) return undefined;
  const wanted = languageOf(tag);
  return LANGUAGES.find((messages) => messages.tag === wanted);
}

/** The best catalogue for an `Accept-Language` header (RFC 9110, 12.5.4); English if nothing fits. */
export function messagesForHeader(header: string | undefined): Messages {
  const wishes = (header ?? '').slice(0, 500).split(',').map((part) => {
    const [tag, ...parameters] = part.trim().split(';');
    const quality = parameters.map((parameter) => /^\s*q=([\d.]+)\s*$/.exec(parameter)?.[1]).find((value) => value !== undefined);
    return { tag: tag!, quality: quality === undefined ? 1 : Number(quality) };
  });
  wishes.sort((a, b) => b.quality - a.quality);
  for (const wish of wishes) {
    const messages = wish.quality > 0 ? messagesFor(wish.tag) : undefined;
    if (messages) return messages;
  }
  return en;
}
