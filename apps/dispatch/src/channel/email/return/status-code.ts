/** `class.subject.detail` (RFC 3463). */
const STATUS = /\b([245])\.(\d{1,3})\.(\d{1,3})\b/;

/**
 * Whether nothing that is sent to this address will arrive. A full mailbox is emptied, a policy or a wrong word in one mail speaks of that mail; an address that does not exist
 * will not.
 * @param status as a report gives it. @param diagnostic the words of the server, which are often more exact than a report's `5.0.0`
 */
export function isAddressAtFault(status: string, diagnostic = ''): boolean {
  const [, given, subject, detail] = STATUS.exec(status) ?? [];
  if (given !== '5') return false;
  const exact = subject === '0' ? STATUS.exec(diagnostic) : null;
  return exact ? exact[1] === '5' && isOfAddress(exact[2], exact[3]) : isOfAddress(subject, detail);
}

function isOfAddress(subject: string | undefined, detail: string | undefined): boolean {
  switch (subject) {
    case '0': return true;
    // 5: it is valid; 7 and 8: ours is not.
    case '1': return !['5', '7', '8'].includes(detail ?? '');
    // 2: full; 3: our mail is too long; 4: a list.
    case '2': return !['2', '3', '4'].includes(detail ?? '');
    // Its domain takes no mail at all.
    case '4': return detail === '4';
    default: return false;
  }
}
