/**
 * Joins `w`, the person who gave an answer `a` that came by no invitation: it says whose it is by the enterprise's own customer id alone, and the events of persons say who that is.
 */
export const WRITERS = 'LEFT JOIN person w ON a.person IS NULL AND w.customer = a.words_customer';
