import { useEffect, useEffectEvent } from 'react';
import { isShortcut, isTyping } from './shortcut.ts';

/** Runs the action of a pressed letter, unless the reader is typing or a dialog is open. */
export function useShortcuts(actions: Readonly<Record<string, () => void>>): void {
  const act = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || isTyping(event.target as HTMLElement | null) || document.querySelector('[role="dialog"]') !== null) return;
    const shortcut = Object.keys(actions).find((key) => isShortcut(event, key));
    if (shortcut === undefined) return;
    event.preventDefault();
    actions[shortcut]?.();
  });
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => act(event);
    window.addEventListener('keydown', listener);
    return () => window.removeEventListener('keydown', listener);
  }, []);
}
