/** Figures as people read them, for one language. In right-to-left text a number keeps its own direction (Unicode isolates), or `+32` would show as `32+`. */
export interface Format {
  /** A score or a difference of scores in points: always signed, `+32`, `−4` (a real minus), `0`. */
  signed(value: number, digits?: number): string;
  /** An interval of scores: `+28 … +36`. */
  interval(low: number, high: number): string;
  /** Half the width of an interval: `±4`. */
  plusMinus(low: number, high: number): string;
  /** A share of 1, without decimals unless asked for. */
  percent(share: number, digits?: number): string;
  count(n: number): string;
  /** A mean score, one decimal. */
  mean(value: number): string;
}

const LRI = '\u2066';
const PDI = '\u2069';
const MINUS = '\u2212';

export function createFormat(language: string, rtl: boolean): Format {
  const isolate = (text: string): string => (rtl ? `${LRI}${text}${PDI}` : text);
  const number = (digits: number): Intl.NumberFormat => new Intl.NumberFormat(language, { minimumFractionDigits: digits, maximumFractionDigits: digits });
  const whole = number(0);
  const bare = (value: number, digits: number): string => {
    const magnitude = (digits === 0 ? whole : number(digits)).format(Math.abs(value));
    if (Number(Math.abs(value).toFixed(digits)) === 0) return magnitude;
    return `${value < 0 ? MINUS : '+'}${magnitude}`;
  };
  return {
    signed: (value, digits = 0) => isolate(bare(value, digits)),
    interval: (low, high) => isolate(`${bare(low, 0)} … ${bare(high, 0)}`),
    plusMinus: (low, high) => isolate(`±${whole.format((high - low) / 2)}`),
    percent: (share, digits = 0) => isolate(`${number(digits).format(share * 100)}%`),
    count: (n) => isolate(whole.format(n)),
    mean: (value) => isolate(number(1).format(value)),
  };
}
