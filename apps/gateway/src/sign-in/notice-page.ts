export interface Notice {
  title: string;
  text: string;
}

export const NOTICES = {
  ended: { title: 'This sign-in has ended', text: 'It took too long, or was begun in another window.' },
  refused: { title: 'You were not signed in', text: 'The identity provider did not confirm who you are.' },
  unknown: { title: 'Nobody has given you a role yet', text: 'The identity provider knows you, but Candor does not. An administrator can add you under People.' },
} satisfies Record<string, Notice>;

/** A page for when a sign-in did not work out; it needs no script. */
export function noticePage({ title, text }: Notice): string {
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} - Candor</title>
<style>
  :root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
  body { display: grid; place-items: center; min-block-size: 90vh; margin: 1rem }
  main { max-inline-size: 30rem } a { display: inline-block; padding-block: .7rem }
</style>
<main><h1>${title}</h1><p>${text}</p><a href="/auth/login">Sign in again</a></main>
</html>
`;
}
