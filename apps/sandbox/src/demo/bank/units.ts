/** A bank that does not exist, in places that do. */
export const ROOT = { key: 'meridian', name: 'Meridian Bank', timeZone: 'Asia/Jerusalem' };

export const REGIONS = [
  { key: 'north', name: 'North' },
  { key: 'centre', name: 'Centre' },
  { key: 'jerusalem', name: 'Jerusalem' },
  { key: 'south', name: 'South' },
] as const;
export type RegionKey = (typeof REGIONS)[number]['key'];

export interface Branch {
  readonly key: string;
  readonly name: string;
  readonly region: RegionKey;
  /** Visitors beside those of an average branch. */
  readonly size: number;
  /** How much better (or worse) than the bank its people serve, as a shift of shares: 0.05 is felt. */
  readonly warmth: number;
}

const branch = (region: RegionKey) => (key: string, name: string, size: number, warmth: number): Branch => ({ key, name, region, size, warmth });
const [north, centre, jerusalem, south] = [branch('north'), branch('centre'), branch('jerusalem'), branch('south')];

export const BRANCHES: readonly Branch[] = [
  north('haifa-port', 'Haifa Port', 1.4, 0.02), north('haifa-carmel', 'Haifa Carmel', 1.1, 0.06), north('acre', 'Acre', 0.7, 0.01), north('nahariya', 'Nahariya', 0.7, 0.04),
  north('karmiel', 'Karmiel', 0.8, 0.03), north('nazareth', 'Nazareth', 1.0, -0.02), north('afula', 'Afula', 0.8, 0), north('tiberias', 'Tiberias', 0.7, -0.03),
  north('safed', 'Safed', 0.5, 0.05), north('kiryat-shmona', 'Kiryat Shmona', 0.5, 0.07),
  centre('tel-aviv-rothschild', 'Tel Aviv Rothschild', 1.8, -0.04), centre('tel-aviv-dizengoff', 'Tel Aviv Dizengoff', 1.5, 0), centre('tel-aviv-florentin', 'Tel Aviv Florentin', 1.1, 0.03),
  centre('ramat-gan', 'Ramat Gan', 1.4, -0.01), centre('givatayim', 'Givatayim', 0.9, 0.05), centre('petah-tikva', 'Petah Tikva', 1.3, -0.02), centre('rishon-lezion', 'Rishon LeZion', 1.3, 0.01),
  centre('holon', 'Holon', 1.0, 0), centre('bat-yam', 'Bat Yam', 0.9, -0.05), centre('herzliya', 'Herzliya', 1.2, 0.06), centre('netanya', 'Netanya', 1.2, 0.02), centre('kfar-saba', 'Kfar Saba', 0.9, 0.04),
  jerusalem('jerusalem-jaffa-road', 'Jerusalem Jaffa Road', 1.5, -0.03), jerusalem('jerusalem-talpiot', 'Jerusalem Talpiot', 1.2, 0.01), jerusalem('jerusalem-pisgat-zeev', 'Jerusalem Pisgat Zeev', 0.9, 0.02),
  jerusalem('beit-shemesh', 'Beit Shemesh', 0.9, 0.04), jerusalem('mevaseret', 'Mevaseret', 0.6, 0.07), jerusalem('modiin', 'Modiin', 1.0, 0.05), jerusalem('maale-adumim', 'Maale Adumim', 0.6, 0),
  jerusalem('lod', 'Lod', 0.8, -0.04),
  south('ashdod-city', 'Ashdod City', 1.2, 0.02), south('ashdod-marina', 'Ashdod Marina', 1.2, 0.04), south('ashkelon', 'Ashkelon', 1.0, 0), south('beersheba-old-town', 'Beersheba Old Town', 1.1, -0.02),
  south('beersheba-university', 'Beersheba University', 1.0, 0.05), south('dimona', 'Dimona', 0.5, 0.03), south('sderot', 'Sderot', 0.5, 0.06), south('kiryat-gat', 'Kiryat Gat', 0.7, -0.01),
  south('netivot', 'Netivot', 0.5, 0.01), south('eilat', 'Eilat', 0.8, -0.05),
];

/** Units that are no branch: they serve everybody, from one place. */
export const CENTRAL = [
  { key: 'call-centre', name: 'Call centre', warmth: -0.02 },
  { key: 'digital', name: 'Digital banking', warmth: 0.02 },
] as const;

/** The branch that has a real problem (see `trouble.ts`). */
export const TROUBLED = 'ashdod-marina';
