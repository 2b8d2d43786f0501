// Shows /openapi.json: every operation with its parameters, examples and a line to try it.
const METHODS = ['get', 'put', 'post', 'patch', 'delete'];

function element(name, properties = {}, ...children) {
  const made = Object.assign(document.createElement(name), properties);
  made.append(...children.filter((child) => child !== null));
  return made;
}

const pretty = (value) => (typeof value === 'string' ? value : JSON.stringify(value, null, 2));
const block = (title, value) => (value === undefined ? null : element('div', {}, element('h4', { textContent: title }), element('pre', { textContent: pretty(value), tabIndex: 0 })));

function parameters(list = []) {
  if (list.length === 0) return null;
  const rows = list.map(({ name, in: place, required, description, schema, example }) => element('tr', {},
    element('td', {}, element('code', { textContent: name })),
    element('td', { textContent: `${place}${required ? ', required' : ''}` }),
    element('td', { textContent: [description, schema?.type, schema?.enum?.join(' | '), example && `for example ${example}`].filter(Boolean).join('; ') })));
  return element('table', {}, element('tbody', {}, ...rows));
}

function curl(server, method, path, { parameters: list = [], requestBody }) {
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => list.find((parameter) => parameter.name === name)?.example ?? name);
  const [type, media] = Object.entries(requestBody?.content ?? {})[0] ?? [];
  const body = media?.example ?? media?.schema?.example;
  const data = body === undefined ? '' : ` \\\n  -H 'Content-Type: ${type}' -d '${(typeof body === 'string' ? body : JSON.stringify(body)).replaceAll("'", "'\\''")}'`;
  return `curl -X ${method.toUpperCase()} '${server}${filled}' \\\n  -H "Authorization: Bearer $CANDOR_API_KEY"${data}`;
}

function answers(responses = {}) {
  return Object.entries(responses).map(([status, { description, content }]) => {
    const media = Object.values(content ?? {})[0];
    return block(`${status}: ${description}`, media?.example ?? media?.schema?.example ?? '');
  });
}

function operation(server, method, path, details) {
  const text = `${method} ${path} ${details.summary ?? ''}`.toLowerCase();
  const shown = element('details', {},
    element('summary', {}, element('span', { className: 'method', textContent: method.toUpperCase() }), element('code', { textContent: path }), element('span', { textContent: details.summary ?? '' })),
    element('div', { className: 'body' },
      details.description ? element('p', { textContent: details.description }) : null,
      parameters(details.parameters),
      block('Try it', curl(server, method, path, details)),
      ...answers(details.responses)));
  shown.dataset.text = text;
  return shown;
}

function show(api) {
  const server = api.servers?.[0]?.url ?? location.origin;
  const groups = new Map();
  for (const [path, operations] of Object.entries(api.paths)) {
    for (const method of METHODS.filter((name) => operations[name])) {
      const group = path.split('/')[2] ?? path.split('/')[1];
      groups.set(group, [...(groups.get(group) ?? []), operation(server, method, path, operations[method])]);
    }
  }
  document.getElementById('about').textContent = api.info.description ?? '';
  const sections = [...groups].map(([group, list]) => element('section', {}, element('h2', { textContent: group.replaceAll('-', ' ') }), ...list));
  const missing = api['x-missing'] ? [element('p', { textContent: `Not there at the moment: ${api['x-missing'].join(', ')}` })] : [];
  document.getElementById('operations').replaceChildren(...missing, ...sections);
}

document.getElementById('find').addEventListener('input', ({ target }) => {
  const words = target.value.toLowerCase().split(/\s+/).filter(Boolean);
  for (const section of document.querySelectorAll('section')) {
    const list = [...section.querySelectorAll('details')];
    for (const shown of list) shown.hidden = !words.every((word) => shown.dataset.text.includes(word));
    section.hidden = list.every(({ hidden }) => hidden);
  }
});

fetch('/openapi.json')
  .then((answer) => answer.json())
  .then(show)
  .catch(() => { document.getElementById('operations').textContent = 'The document cannot be read at the moment.'; });
