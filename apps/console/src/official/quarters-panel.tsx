import { UnstyledButton, VisuallyHidden } from '@mantine/core';
import { IconCircleDashed, IconCircleOff, IconClockPlay, IconLock, IconRubberStamp, type Icon } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Panel } from '../app/panel.tsx';
import { useAskedMeasure } from '../catalog/catalog.ts';
import { useLanguage } from '../i18n/language.ts';
import { partsOf } from '../report/quarter.ts';
import { ApiCall } from '../scores/api-call.tsx';
import { Ago } from '../time/ago.tsx';
import { ActButton } from './act-button.tsx';
import type { QuarterRow, QuarterState } from './editions.ts';
import classes from './official.module.css';
import { OFFICIAL_PATH, useMayPublish } from './use-official.ts';

const ICONS: Readonly<Record<QuarterState, Icon>> = { live: IconClockPlay, over: IconCircleDashed, empty: IconCircleOff, frozen: IconLock, signed: IconRubberStamp };

interface QuartersPanelProps {
  readonly rows: readonly QuarterRow[];
  /** Whether it is known which quarters have answers; until then nothing is frozen. */
  readonly settled: boolean;
  readonly chosen: string;
  readonly programme: string;
  readonly onChoose: (quarter: string) => void;
}

/** The quarters with how far each has come: running, over, frozen, signed; and restated, with the reason. */
export function QuartersPanel({ rows, settled, chosen, programme, onChoose }: QuartersPanelProps) {
  const { t } = useTranslation();
  const asked = useAskedMeasure(programme);
  const mayPublish = useMayPublish();
  return (
    <Panel flush title={t('official.quarters')} hint={t('official.quartersHint')} actions={<ApiCall path={OFFICIAL_PATH} query={{ programme, measure: asked }} />}>
      <table className={classes['table']}>
        <thead><tr><th scope="col">{t('report.quarterLabel')}</th><th scope="col">{t('official.state')}</th>{mayPublish && <th scope="col"><VisuallyHidden>{t('official.actions')}</VisuallyHidden></th>}</tr></thead>
        <tbody>
          {rows.map(({ quarter, state, edition }) => (
            <tr key={quarter} data-chosen={quarter === chosen}>
              <td><UnstyledButton className={classes['choose']} aria-pressed={quarter === chosen} onClick={() => onChoose(quarter)}>{t('report.quarter', partsOf(quarter))}</UnstyledButton></td>
              <td><StateWords state={state} edition={edition} /></td>
              {mayPublish && (
                <td className={classes['acts']}>
                  {state === 'over' && settled && <ActButton act="freeze" quarter={quarter} programme={programme} />}
                  {state === 'frozen' && <ActButton act="sign" quarter={quarter} programme={programme} />}
                  {edition !== null && <ActButton act="restate" quarter={quarter} programme={programme} />}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}

function StateWords({ state, edition }: Pick<QuarterRow, 'state' | 'edition'>) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const Mark = ICONS[state];
  return (
    <>
      <span className={classes['state']}><Mark size={15} aria-hidden />{t(`official.states.${state}`)}</span>
      {edition && <small>{t('official.frozenBy')} <bdi>{edition.frozen.name ?? edition.frozen.by}</bdi> <Ago at={edition.frozen.at} /></small>}
      {edition?.signed && <small>{t('official.signedBy')} <bdi>{edition.signed.name ?? edition.signed.by}</bdi> <Ago at={edition.signed.at} /></small>}
      {edition && edition.edition > 1 && <small><b>{t('official.restated', { edition: format.count(edition.edition), count: edition.changed, shown: format.count(edition.changed) })}</b> <bdi>{edition.reason}</bdi></small>}
    </>
  );
}
