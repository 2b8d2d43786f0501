import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { Panel } from '../app/panel.tsx';
import { ScoreFigure } from '../figures/score-figure.tsx';
import { scoreQuery, type Selection } from '../filters/selection.ts';
import { useLanguage } from '../i18n/language.ts';
import { changeOf } from '../questions/questions.ts';
import { ApiCall } from '../scores/api-call.tsx';
import { SCORES_KEY } from '../scores/use-scores.ts';
import type { Rivals, RivalStanding } from './rivals.ts';
import classes from './rivals.module.css';

const PATH = '/v1/scores/rivals';

/** How competitors stand in what customers say; where nobody was asked about them the panel is not there. */
export function RivalsPanel({ selection }: { selection: Selection }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const query = scoreQuery(selection);
  const { data } = useQuery({ queryKey: [...SCORES_KEY, 'rivals', query], queryFn: ({ signal }) => call<Rivals>(PATH, { query, signal }), placeholderData: keepPreviousData });
  const [standing] = data?.data ?? [];
  if (!standing) return null;
  const { rivals, others, switching } = standing;
  return (
    <Panel title={t('rivals.title')} hint={t('rivals.hint')} actions={<ApiCall path={PATH} query={query} />}>
      {rivals.length > 0 && (
        <table className={classes['table']}>
          <thead><tr><th scope="col">{t('rivals.who')}</th><th scope="col">{t('rivals.theirs')}</th><th scope="col">{t('rivals.ours')}</th><th scope="col" className={classes['end']}>{t('rivals.chosen')}</th></tr></thead>
          <tbody>{rivals.map((rival) => <Row key={rival.rival} rival={rival} />)}</tbody>
        </table>
      )}
      {others > 0 && <p className={classes['note']}>{t('questions.moreRivals', { count: others, shown: format.count(others) })}</p>}
      {switching && (
        <p className={classes['note']}>
          {switching.sufficient && switching.share !== null ? t('rivals.likely', { share: format.percent(switching.share), n: format.count(switching.n) }) : t('rivals.fewAsked', { n: format.count(switching.n) })}
          {switching.sufficient && switching.confidence && <> <bdi className="figure">({format.percent(switching.confidence.low)} … {format.percent(switching.confidence.high)})</bdi></>}
          {switching.unnamed > 0 && <> {t('rivals.unnamed', { shown: format.count(switching.unnamed) })}</>}
        </p>
      )}
    </Panel>
  );
}

function Row({ rival }: { rival: RivalStanding }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const { name, stated, ours, difference, chosen } = rival;
  return (
    <tr>
      <th scope="row"><bdi>{name}</bdi>{stated !== null && <small>{t('rivals.stated', { nps: format.signed(stated) })}</small>}</th>
      <td data-label={t('rivals.theirs')}><ScoreFigure row={rival} /></td>
      <td data-label={t('rivals.ours')}>
        {ours === null || !rival.sufficient ? '–' : <><b className="figure">{format.signed(ours)}</b> <small>{difference && <bdi className="figure">{format.signed(difference.points)} </bdi>}{t(`rivals.apart.${changeOf(difference)}`)}</small></>}
      </td>
      <td data-label={t('rivals.chosen')} className={classes['end']}><bdi className="figure">{format.count(chosen)}</bdi></td>
    </tr>
  );
}
