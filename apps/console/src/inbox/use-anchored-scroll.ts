import { useLayoutEffect, useRef, type RefObject } from 'react';

interface Anchor {
  readonly id: string;
  /** Where its top was, in px below the top of the box. */
  readonly top: number;
}

/**
 * Keeps the first row in sight where it is when rows are added or removed above it. At the very top the list is left alone, so that what arrives
 * there is seen arriving, unless the pointer rests on the list: then somebody is about to click.
 */
export function useAnchoredScroll(box: RefObject<HTMLElement | null>, rows: unknown): void {
  const anchor = useRef<Anchor | null>(null);

  useLayoutEffect(() => {
    const list = box.current;
    if (!list) return;
    const kept = anchor.current;
    if (kept && (list.scrollTop > 0 || list.matches(':hover'))) {
      const row = list.querySelector<HTMLElement>(`[data-id="${CSS.escape(kept.id)}"]`);
      if (row) list.scrollTop += row.offsetTop - list.offsetTop - list.scrollTop - kept.top;
    }
    const note = (): void => {
      const first = [...list.querySelectorAll<HTMLElement>('[data-id]')].find((row) => row.offsetTop - list.offsetTop + row.offsetHeight > list.scrollTop);
      anchor.current = first ? { id: first.dataset['id'] ?? '', top: first.offsetTop - list.offsetTop - list.scrollTop } : null;
    };
    note();
    list.addEventListener('scroll', note, { passive: true });
    return () => list.removeEventListener('scroll', note);
  }, [box, rows]);
}
