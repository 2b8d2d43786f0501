import { Random } from '../random.ts';
import { NAMES, type Language } from './names.ts';

export interface DemoCustomer {
  readonly id: string;
  readonly name: string;
  readonly language: Language;
  readonly segment: string;
  readonly since: string;
  /** Absent for a few: nobody can write to them. */
  readonly email?: string;
  readonly phone: string;
  /** Some have said no to mail, and some yes to calls. */
  readonly consent?: { readonly email?: boolean; readonly voice?: boolean; readonly recording?: boolean };
}

const LANGUAGES: readonly (readonly [Language, number])[] = [['he', 54], ['ru', 18], ['en', 15], ['am', 13]];
const SEGMENTS: readonly (readonly [string, number])[] = [['private', 62], ['premium', 14], ['student', 12], ['business', 12]];
const FIRST_ID = 100_000;
/** Have agreed to be called by a machine, and to be recorded. */
const CALLED = 0.4;

/** The same customer for the same number, for ever. */
export function customerOf(number: number): DemoCustomer {
  const random = new Random(`customer ${number}`);
  const language = random.weighted(LANGUAGES);
  const { first, last } = NAMES[language];
  const [given, family] = [random.pick(first), random.pick(last)];
  const denied = random.chance(0.03);
  const domain = random.chance(0.015) ? 'bounce.example' : 'mail.example';
  return {
    id: `C-${FIRST_ID + number}`,
    name: `${given[0]} ${family[0]}`,
    language,
    segment: random.weighted(SEGMENTS),
    since: `${random.between(1996, 2026)}-${String(random.between(1, 10)).padStart(2, '0')}-${String(random.between(1, 28)).padStart(2, '0')}`,
    phone: `+97250${random.between(2_000_000, 9_999_999)}`,
    ...(random.chance(0.02) ? {} : { email: `${given[1]}.${family[1]}.${number}@${domain}` }),
    ...consentOf(denied, random.chance(CALLED)),
  };
}

function consentOf(denied: boolean, called: boolean): Pick<DemoCustomer, 'consent'> {
  if (!denied && !called) return {};
  return { consent: { ...(denied ? { email: false } : {}), ...(called ? { voice: true, recording: true } : {}) } };
}
