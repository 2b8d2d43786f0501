import { fitToPaper } from './fit-to-paper.ts';

test('a chart shows all of itself at any width while it is printed, and only then', () => {
  const attributes = new Map<string, string>();
  const printing = new EventTarget();
  const box = { querySelector: () => ({ clientWidth: 1154, clientHeight: 260, setAttribute: (name: string, value: string) => void attributes.set(name, value), removeAttribute: (name: string) => void attributes.delete(name) }) };
  const stop = fitToPaper(box, printing);
  printing.dispatchEvent(new Event('beforeprint'));
  expect([...attributes]).toEqual([['viewBox', '0 0 1154 260']]);
  printing.dispatchEvent(new Event('afterprint'));
  expect([...attributes]).toEqual([]);
  stop();
  printing.dispatchEvent(new Event('beforeprint'));
  expect([...attributes]).toEqual([]);
});
