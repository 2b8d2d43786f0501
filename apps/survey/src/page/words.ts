import { html, phrase, type Html } from '../html.ts';
import { form, problemText } from './form.ts';
import { HIGHEST, LONGEST_COMMENT, type AnsweredSurvey, type Asked } from './survey.ts';

/** The one open question, worded by the score (domain 4.1), what happens to the answer, and the two consents, which are "no" unless given (9.1). */
export function wordsForm(asked: Asked, survey: AnsweredSurvey): Html {
  const { messages } = asked;
  const tooLong = survey.problem === 'wordsTooLong';
  return form(asked, html`
<label class="why" for="comment">${whyQuestion(asked, survey.score)}</label>
${tooLong && problemText(asked, 'wordsTooLong')}
<textarea id="comment" name="comment" rows="4" maxlength="${LONGEST_COMMENT}" dir="auto" aria-describedby="fate${tooLong && ' problem'}">
${survey.comment ?? ''}</textarea>
<p class="small" id="fate">${phrase(asked.anonymous ? messages.fateAnonymous : messages.fate, { company: asked.company })}</p>
${!asked.anonymous && consent(asked, 'contact', messages.mayContact, survey.contactAllowed)}
${!asked.anonymous && asked.served && consent(asked, 'name', messages.maySeeName, survey.nameAllowed)}
<button>${messages.sendWords}</button>`);
}

/** 10: what was best; 9: that, and why not 10; 0 to 8: what to improve. */
export function whyQuestion(asked: Asked, score: number): string {
  const { why } = asked.messages;
  if (score === HIGHEST) return why.ten;
  return score === HIGHEST - 1 ? why.nine : why.rest;
}

function consent(asked: Asked, name: string, text: string, given: boolean): Html {
  const { no, yes } = asked.messages;
  return html`<fieldset class="consent"><legend>${text}</legend><label><input type="radio" name="${name}" value="no"${!given && html` checked`}>${no}</label><label><input type="radio" name="${name}" value="yes"${
    given && html` checked`}>${yes}</label></fieldset>`;
}
