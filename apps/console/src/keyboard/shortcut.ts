/** The parts of a key press that decide. */
export interface KeyPress {
  readonly key: string;
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
}

/**
 * Whether a press is this shortcut. On a layout of another script (Hebrew's J types ח) the place of the key decides;
 * on a Latin one the letter does, so that Dvorak works too.
 */
export function isShortcut(press: KeyPress, shortcut: string): boolean {
  if (press.ctrlKey || press.metaKey || press.altKey) return false;
  if (shortcut === '?') return press.key === '?';
  const typed = press.key.toLowerCase();
  if (/^[a-z]$/.test(typed)) return typed === shortcut;
  return press.code === `Key${shortcut.toUpperCase()}`;
}

/** Whether the reader is typing: then letters are text. */
export function isTyping(target: { readonly tagName?: string; readonly isContentEditable?: boolean; readonly type?: string } | null): boolean {
  if (target === null) return false;
  if (target.isContentEditable) return true;
  if (target.tagName === 'INPUT') return !['checkbox', 'radio', 'button', 'submit'].includes(target.type ?? 'text');
  return target.tagName === 'TEXTAREA' || target.tagName === 'SELECT';
}
