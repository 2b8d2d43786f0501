const LONGEST = 300;
/** Nobody reads further; looking for addresses in what has no end would take for ever. */
const READ = 2000;

/** What a server says of a mail, in one line: servers quote addresses and invent line breaks, and neither belongs into an event. */
export const reasonText = (said: string): string => said.slice(0, READ).replace(/<?[^\s<>@]+@[^\s<>@]+>?/g, '[address]').replace(/[\p{Cc}\s]+/gu, ' ').trim().slice(0, LONGEST);
