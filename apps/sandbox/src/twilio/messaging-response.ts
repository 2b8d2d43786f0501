import { parseXml } from './xml.ts';

/** What a webhook says back to a customer: the `<Message>`s of its TwiML; none if it answers something else. */
export function wordsOfMessages(document: string): string[] {
  if (!document.includes('<Message')) return [];
  try {
    const { name, children } = parseXml(document);
    if (name !== 'Response') return [];
    return children.filter((child) => child.name === 'Message').map((message) => (message.children.find((child) => child.name === 'Body') ?? message).text.trim()).filter(Boolean);
  } catch {
    return [];
  }
}
