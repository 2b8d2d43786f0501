import { html, plainPhrase } from '../html.ts';
import { LANGUAGES } from '../languages/choose.ts';
import { answered } from './answered.ts';
import { ask } from './ask.ts';
import { address } from './form.ts';
import { layout } from './layout.ts';
import type { Asked, Notice, Survey } from './survey.ts';

/** The respondent's page as a complete document. Pure: the same input gives the same bytes. */
export function renderSurvey(asked: Asked, survey: Survey): string {
  const { messages } = asked;
  const preselected = survey.state === 'open' ? survey.score : undefined;
  return layout({
    messages,
    title: survey.state === 'answered' ? messages.thanks : plainPhrase(messages.title, { company: asked.company }),
    company: asked.company,
    content: survey.state === 'answered' ? answered(asked, survey) : ask(asked, survey),
    languages: LANGUAGES.map((other) => ({ messages: other, href: address(asked, { lang: other.tag, score: preselected }) })),
  });
}

/** A page that says why there is nothing to answer: an unknown or expired link, an erased answer, or a service that cannot look now. */
export function renderNotice({ kind, messages }: Notice): string {
  const { title, text } = messages.notice[kind];
  return layout({ messages, title, content: html`<h1>${title}</h1><p>${text}</p>`, languages: [] });
}
