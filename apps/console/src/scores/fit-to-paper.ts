/** The part of an element that holds a drawing which is used here. */
interface Box {
  querySelector(selector: 'svg'): Pick<SVGSVGElement, 'clientWidth' | 'clientHeight' | 'setAttribute' | 'removeAttribute'> | null;
}

/**
 * Lets a drawn chart shrink to the width of the paper while it is printed: pages are laid out anew for paper, but nothing is measured again, so that a chart as
 * wide as the screen would be cut off. @returns what ends it
 */
export function fitToPaper(box: Box, printing: EventTarget = window): () => void {
  const before = (): void => {
    const drawing = box.querySelector('svg');
    drawing?.setAttribute('viewBox', `0 0 ${drawing.clientWidth} ${drawing.clientHeight}`);
  };
  const after = (): void => box.querySelector('svg')?.removeAttribute('viewBox');
  printing.addEventListener('beforeprint', before);
  printing.addEventListener('afterprint', after);
  return () => {
    printing.removeEventListener('beforeprint', before);
    printing.removeEventListener('afterprint', after);
  };
}
