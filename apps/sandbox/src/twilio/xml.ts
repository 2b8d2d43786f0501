import { createRequire } from 'node:module';

/** One element as it was written: its attributes, what is in it, and all of its text in order. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

interface SaxParser {
  onopentag: (tag: { name: string; attributes: Record<string, string> }) => void;
  onclosetag: () => void;
  ontext: (text: string) => void;
  oncdata: (text: string) => void;
  onerror: (error: Error) => void;
  ondoctype: () => void;
  write(text: string): SaxParser;
  close(): void;
}
const { parser } = createRequire(import.meta.url)('sax') as { parser(strict: boolean): SaxParser };

/** A small document as a tree. @throws Error if it is not well-formed or has a document type, which nobody needs here. */
export function parseXml(document: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  const sax = parser(true);
  sax.onopentag = ({ name, attributes }) => {
    const element: XmlElement = { name, attributes, children: [], text: '' };
    open.at(-1)!.children.push(element);
    open.push(element);
  };
  sax.onclosetag = () => void open.pop();
  sax.ontext = sax.oncdata = (text) => {
    for (const element of open) element.text += text;
  };
  sax.ondoctype = () => { throw new Error('a document type is not allowed'); };
  sax.onerror = (error) => { throw new Error(error.message.split('\n', 1)[0]); };
  sax.write(document.trim()).close();
  const [only] = root.children;
  if (!only) throw new Error('there is no element');
  return only;
}
