const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ESCAPES[character]!);
}

/** A whole page of the sandbox; `styles` and `scripts` name files under `assets/`. */
export function htmlPage(title: string, body: string, { styles = [], scripts = [] }: { styles?: string[]; scripts?: string[] } = {}): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)} · Candor sandbox</title>
<link rel="icon" href="data:,">
${['base.css', ...styles].map((name) => `<link rel="stylesheet" href="/sandbox/assets/${name}">`).join('\n')}
${scripts.map((name) => `<script type="module" src="/sandbox/assets/${name}"></script>`).join('\n')}
</head>
<body>${body}</body>
</html>`;
}
