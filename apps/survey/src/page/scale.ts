import { html, phrase, type Html } from '../html.ts';
import type { Messages } from '../languages/messages.ts';
import { HIGHEST, LOWEST } from './survey.ts';

const SCORES = Array.from({ length: HIGHEST - LOWEST + 1 }, (_none, index) => LOWEST + index);
const MIDDLE = 5;

/**
 * Eleven native radios in one order, left to right in every language: a mirrored scale would be another survey (domain 9.6).
 * No colour or picture says where a segment begins.
 */
export function scale(messages: Messages, chosen: number | undefined): Html {
  const named: Record<number, string> = { [LOWEST]: messages.low, [MIDDLE]: messages.middle, [HIGHEST]: messages.high };
  const choices = SCORES.map((score) => html`<label><input type="radio" name="score" value="${score}" required${score === chosen && html` checked`}><span>${score}${
    named[score] !== undefined && html`<span class="heard" dir="${messages.direction}">, ${named[score]}</span>`}</span></label>`);
  const ends = Object.entries(named).map(([score, meaning]) => html`<span><span dir="${messages.direction}">${phrase('{score}', { score })} ${meaning}</span></span>`);
  return html`<div class="scale" dir="ltr">${choices}</div><div class="ends" dir="ltr" aria-hidden="true">${ends}</div>`;
}
