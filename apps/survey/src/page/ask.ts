import { html, phrase, type Fragment, type Html } from '../html.ts';
import { form, problemText } from './form.ts';
import { scale } from './scale.ts';
import type { Asked, OpenSurvey } from './survey.ts';

/** The one question. */
export function ask(asked: Asked, survey: OpenSurvey): Html {
  const { messages } = asked;
  return form(asked, html`
<fieldset${survey.problem && html` aria-describedby="problem"`}>
<legend><h1>${question(asked)}</h1></legend>
${about(asked)}
${problemText(asked, survey.problem)}
${scale(messages, survey.score)}
</fieldset>
${survey.comment !== undefined && html`<input type="hidden" name="comment" value="${survey.comment}">`}
<button>${messages.send}</button>`);
}

export function question(asked: Asked): Html {
  return phrase(asked.messages.question[asked.audience], { company: asked.company });
}

function about(asked: Asked): Fragment {
  if (!asked.about) return null;
  const { touchpoint, unit, at, timeZone } = asked.about;
  return html`<p class="about">${phrase('{touchpoint}', { touchpoint })} <span aria-hidden="true">·</span> ${phrase('{unit}', { unit })} <span aria-hidden="true">·</span> <time datetime="${at.toISOString()}">${
    dayIn(asked, at, timeZone)}</time></p>`;
}

/** A day as people write it, in digits that are the same in every language, as on the scale. */
export function dayIn(asked: Asked, at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat(asked.messages.tag, { dateStyle: 'long', timeZone, calendar: 'gregory', numberingSystem: 'latn' }).format(at);
}
