import { useLanguage } from '../i18n/language.ts';

/** Amounts of one currency, without cents. What came in a file may be no code of ISO 4217, and formatting it as such would fail. */
export function useMoney(given: string | null | undefined): (amount: number) => string {
  const { language } = useLanguage();
  const currency = /^[A-Z]{3}$/.exec(given ?? '')?.[0];
  const format = new Intl.NumberFormat(language, { maximumFractionDigits: 0, ...(currency ? { style: 'currency', currency } : {}) });
  return (amount) => format.format(amount);
}
