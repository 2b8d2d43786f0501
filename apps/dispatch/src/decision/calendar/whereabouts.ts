import { parsePhoneNumberFromString } from 'libphonenumber-js';
import { firstZone } from './quiet-hours.ts';

export interface Whereabouts {
  /** ISO 3166; null where nothing tells. */
  country: string | null;
  zone: string;
}

/**
 * Where somebody is, as far as it can be told: their country by phone number, else by time zone, else the unit's; their time zone as given, else that of their country if it
 * has only one, else the unit's.
 */
export function whereabouts(contact: { phone?: string | undefined; timeZone?: string | undefined }, unitZone: string): Whereabouts {
  const own = contact.timeZone === undefined ? null : countryOfZone(contact.timeZone);
  const country = countryOfPhone(contact.phone) ?? own ?? countryOfZone(unitZone);
  return { country, zone: firstZone(contact.timeZone, country === null || country === countryOfZone(unitZone) ? null : onlyZoneOf(country), unitZone) };
}

function countryOfPhone(phone: string | undefined): string | null {
  return (phone === undefined ? undefined : parsePhoneNumberFromString(phone.trim())?.country) ?? null;
}

const MOST_REMEMBERED = 2000;
const remembered = new Map<string, string | null>();

/** The country of a time zone, by whatever name of it; null for zones of none, such as UTC. */
export function countryOfZone(zone: string): string | null {
  let country = remembered.get(zone);
  if (country === undefined) {
    country = zones().countryOf.get(canonical(zone) ?? '') ?? null;
    if (remembered.size >= MOST_REMEMBERED) remembered.clear();
    remembered.set(zone, country);
  }
  return country;
}

const onlyZoneOf = (country: string): string | null => {
  const own = zones().zonesOf.get(country);
  return own?.length === 1 ? own[0]! : null;
};

/** Zones have several names (Europe/Kyiv, Europe/Kiev); the platform prefers one. */
function canonical(zone: string): string | null {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

interface Zones {
  countryOf: ReadonlyMap<string, string>;
  zonesOf: ReadonlyMap<string, readonly string[]>;
}
let known: Zones | undefined;

/** What the platform knows of countries and their zones: 700 questions, asked once. */
function zones(): Zones {
  if (known) return known;
  const countryOf = new Map<string, string>();
  const zonesOf = new Map<string, string[]>();
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  for (const country of letters.flatMap((first) => letters.map((second) => first + second))) {
    if (names.of(country) === undefined) continue;
    const own = (new Intl.Locale(`und-${country}`) as unknown as { getTimeZones(): string[] | undefined }).getTimeZones() ?? [];
    zonesOf.set(country, own);
    // Several countries may share a zone's name; codes that were replaced (UK for GB) come later in the alphabet of none.
    for (const zone of own) if (!countryOf.has(zone)) countryOf.set(zone, country);
  }
  return (known = { countryOf, zonesOf });
}
