import { useTranslation } from 'react-i18next';
import { useValueNames } from '../drivers/use-value-names.ts';
import { useLanguage } from '../i18n/language.ts';
import classes from './silence.module.css';
import type { Nonresponse } from './silence.ts';

/** The response rate of each channel, with its norm as a line. */
export function ChannelsTable({ channels }: Pick<Nonresponse, 'channels'>) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const nameOf = useValueNames();
  return (
    <table className={classes['table']}>
      <caption>{t('silence.channels')}</caption>
      <thead><tr><th scope="col">{t('drivers.kind.channel')}</th><th scope="col" className={classes['wide']}>{t('scores.responseRate')}</th><th scope="col" className={classes['end']}>{t('silence.norm')}</th><th scope="col">{t('silence.against')}</th></tr></thead>
      <tbody>
        {channels.map(({ channel, responseRate, interval, norm, state, delivered }) => (
          <tr key={channel}>
            <th scope="row">{nameOf('channel', channel)}</th>
            <td className={classes['wide']}><RateBar rate={responseRate} interval={interval} norm={norm} /><small className="figure">{t('silence.of', { shown: format.count(delivered) })}</small></td>
            <td className={classes['end']} data-label={t('silence.norm')}>{norm === null ? '–' : format.percent(norm)}</td>
            <td data-label={t('silence.against')}>{state === null ? '–' : t(`silence.state.${state}`)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface RateBarProps {
  readonly rate: number | null;
  readonly interval: { readonly low: number; readonly high: number } | null;
  readonly norm?: number | null;
}

/** A share as a bar with its interval, and a norm as a line across it. */
export function RateBar({ rate, interval, norm = null }: RateBarProps) {
  const { format } = useLanguage();
  if (rate === null) return <span className="quiet">–</span>;
  return (
    <span className={classes['rate']}>
      <span className={classes['track']} aria-hidden>
        <span className={classes['bar']} style={{ inlineSize: `${100 * rate}%` }} />
        {interval && <span className={classes['interval']} style={{ insetInlineStart: `${100 * interval.low}%`, inlineSize: `${100 * (interval.high - interval.low)}%` }} />}
        {norm !== null && <span className={classes['norm']} style={{ insetInlineStart: `${100 * norm}%` }} />}
      </span>
      <b className="figure">{format.percent(rate)}</b>
    </span>
  );
}
