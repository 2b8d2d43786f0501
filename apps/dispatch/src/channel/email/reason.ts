const LONGEST = 300;

/** What a server says of a mail, in one line: servers quote addresses and invent line breaks, and neither belongs into an event. */
export const reasonText = (said: string): string => said.replace(/<?[^\s<>@]+@[^\s<>@]+>?/g, '[address]').replace(/[\p{Cc}\s]+/gu, ' ').trim().slice(0, LONGEST);
