import { useTranslation } from 'react-i18next';
import { useNames } from '../catalog/catalog.ts';
import { useLanguage } from '../i18n/language.ts';

const MONDAY = Date.UTC(2024, 0, 1);
const DAY_MS = 86_400_000;
const CHANNELS = ['email', 'sms', 'voice', 'web', 'api'] as const;
const BANDS = ['up-to-1h', '1h-to-6h', '6h-to-1d', '1d-to-3d', '3d-to-7d', 'over-7d', 'up-to-3m', '3m-to-1y', '1y-to-3y', '3y-to-10y', 'over-10y'] as const;
const WORTHS = ['lowest', 'lower', 'higher', 'highest'] as const;

/** What people call a value of a kind: names for keys, days for numbers, words for bands. */
export function useValueNames(): (kind: string, value: string) => string {
  const { t } = useTranslation();
  const names = useNames();
  const { language } = useLanguage();
  return (kind, value) => {
    if (kind === 'unit') return names.unit(value);
    if (kind === 'touchpoint') return names.touchpoint(value);
    if (kind === 'weekday') return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(MONDAY + (Number(value) - 1) * DAY_MS);
    if (kind === 'language') return new Intl.DisplayNames([language], { type: 'language', fallback: 'code' }).of(value) ?? value;
    if (kind === 'hour') return `\u2066${value.replace('-', ':00–')}:00\u2069`;
    const channel = CHANNELS.find((one) => kind === 'channel' && one === value);
    if (channel) return t(`channel.${channel}`);
    const band = BANDS.find((one) => (kind === 'delay' || kind === 'tenure') && one === value);
    if (band) return t(`drivers.band.${band}`);
    const worth = WORTHS.find((one) => kind === 'value' && one === value);
    return worth ? t(`drivers.worth.${worth}`) : value;
  };
}
