// Sends forms without a reload: the server's own next page is fetched and put in place, so there is one rendering, with and without scripts.
document.addEventListener('submit', async (event) => {
  const form = event.target;
  event.preventDefault();
  if (form.ariaBusy === 'true') return;
  form.ariaBusy = 'true';
  try {
    const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)), headers: { accept: 'text/html' } });
    const next = new DOMParser().parseFromString(await answer.text(), 'text/html');
    const page = next.getElementById('page');
    if (answer.status > 499 || !page) throw new Error('not taken');
    document.title = next.title;
    document.getElementById('page').replaceWith(document.adoptNode(page));
    history.replaceState(null, '', answer.url);
    const heading = document.querySelector('[role=alert], h1');
    heading.tabIndex = -1;
    heading.focus();
  } catch {
    form.ariaBusy = 'false';
    let problem = form.querySelector('.offline');
    if (!problem) {
      problem = document.createElement('p');
      problem.className = 'problem offline';
      problem.role = 'alert';
      form.querySelector('button').before(problem);
    }
    problem.textContent = '';
    problem.textContent = form.dataset.offline;
  }
});
// Says once that somebody uses this page: programs that follow links in mails open it, but touch nothing.
const signs = ['pointerdown', 'keydown', 'wheel', 'touchmove'];
const started = (event) => {
  if (!event.isTrusted) return;
  for (const sign of signs) removeEventListener(sign, started);
  if (document.querySelector('form')) navigator.sendBeacon(location.pathname + '/started');
};
for (const sign of signs) addEventListener(sign, started, { passive: true });
