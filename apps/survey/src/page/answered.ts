import { html, phrase, type Fragment, type Html } from '../html.ts';
import { dayIn, question } from './ask.ts';
import { form, problemText } from './form.ts';
import { scale } from './scale.ts';
import type { AnsweredSurvey, Asked } from './survey.ts';
import { wordsForm } from './words.ts';

/** Thanks at once, then one "why?"; later what was said, and what of it can still be changed. */
export function answered(asked: Asked, survey: AnsweredSurvey): Html {
  const { messages } = asked;
  return html`
<h1 tabindex="-1">${messages.thanks}</h1>
<p class="counted">${phrase(messages.counted, { score: survey.score })}</p>
${survey.problem === 'scoreInvalid' || survey.problem === 'scoreMissing' ? problemText(asked, survey.problem) : null}
${words(asked, survey)}
${changes(asked, survey)}`;
}

function words(asked: Asked, survey: AnsweredSurvey): Fragment {
  const said = survey.comment !== undefined && html`<p class="kept">${asked.messages.wordsKept}</p><blockquote dir="auto">${survey.comment}</blockquote>`;
  if (survey.locked === 'window-over') return said;
  const asks = wordsForm(asked, survey);
  return survey.comment === undefined || survey.problem === 'wordsTooLong' ? html`${said}${asks}`
    : html`${said}<details><summary>${asked.messages.changeWords}</summary>${asks}</details>`;
}

function changes(asked: Asked, survey: AnsweredSurvey): Html {
  const { messages } = asked;
  if (survey.locked === 'window-over') return html`<p class="small">${messages.windowOver}</p>`;
  const until = html`<p class="small">${phrase(messages.changeUntil, { date: dayIn(asked, survey.changeUntil, asked.about?.timeZone ?? 'UTC') })}</p>`;
  if (survey.locked === 'by-staff') return html`<p class="small">${messages.lockedByStaff}</p>`;
  return html`<details><summary>${messages.changeScore}</summary>${
    form(asked, html`<fieldset><legend>${question(asked)}</legend>${scale(messages, survey.score)}</fieldset><button class="second">${messages.send}</button>`)
  }</details>${until}`;
}
