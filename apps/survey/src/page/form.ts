import { html, plainPhrase, type Fragment, type Html } from '../html.ts';
import type { Asked, SurveyProblem } from './survey.ts';

/** Address of the page in the language it is shown in. */
export function address(asked: Asked, query: Record<string, string | number | undefined> = {}): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ lang: asked.chosen, m: asked.message, ...query })) if (value !== undefined) search.set(name, String(value));
  const text = search.toString();
  return text ? `${asked.path}?${text}` : asked.path;
}

/** A form that works as it is, and without a reload where scripts run (`data-offline` is what the script says when sending fails). */
export function form(asked: Asked, content: Fragment): Html {
  return html`<form method="post" action="${address(asked)}" data-offline="${plainPhrase(asked.messages.error.offline)}">${content}</form>`;
}

/** What is wrong, read out at once, and named by `aria-describedby="problem"`. */
export function problemText(asked: Asked, problem: SurveyProblem | undefined): Fragment {
  return problem && html`<p class="problem" role="alert" id="problem">${asked.messages.error[problem]}</p>`;
}
