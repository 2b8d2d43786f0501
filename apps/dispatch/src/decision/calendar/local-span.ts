/** A stretch of wall-clock time, `yyyy-MM-ddTHH:mm`, half-open: what a calendar on the wall says, whatever the zone. */
export interface LocalSpan {
  from: string;
  to: string;
  name: string;
}

/** The holy days of a country that touch this year. Must always say the same. */
export type HolyDays = (country: string, year: number) => readonly LocalSpan[];
