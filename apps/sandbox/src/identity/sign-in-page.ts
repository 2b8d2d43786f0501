import { escapeHtml, htmlPage } from '../page/html.ts';
import { PEOPLE } from './people.ts';

const initials = (name: string): string => name.split(' ').map((part) => part[0]).join('');

/** One big button for each person: one click signs in. */
export function signInPage(action: string, demo: boolean): string {
  const buttons = PEOPLE.map((person) => `
    <button class="person" name="person" value="${person.subject}">
      <span class="avatar" aria-hidden="true">${escapeHtml(initials(person.name))}</span>
      <span class="who"><strong>${escapeHtml(person.name)}</strong><em>${escapeHtml(person.title)}</em><span>${escapeHtml((demo && person.demoAbout) || person.about)}</span></span>
    </button>`).join('');
  return htmlPage('Sign in', `
    <main class="narrow">
      <h1>Who are you today?</h1>
      <p class="quiet">This is the sandbox's identity provider. One click signs in; there are no passwords.</p>
      <form method="post" action="${escapeHtml(action)}">${buttons}</form>
    </main>`, { styles: ['sign-in.css'] });
}

export function staleSignInPage(): string {
  return htmlPage('Sign in', `
    <main class="narrow">
      <h1>This sign-in has ended</h1>
      <p>It took too long, or was begun in another window. <a href="/auth/login">Sign in again</a>.</p>
    </main>`, { styles: ['sign-in.css'] });
}
