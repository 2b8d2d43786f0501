import { Button, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '../app/panel.tsx';
import { useLanguage } from '../i18n/language.ts';
import { useNormWords } from './norm-words.ts';
import type { Edited } from './norm-form.tsx';
import type { Industry } from './norms.ts';
import classes from './norms.module.css';

/** The score that is usual in an industry. */
export function IndustriesPanel({ industries, onEdit }: { industries: readonly Industry[]; onEdit: ((edited: Edited) => void) | undefined }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  const words = useNormWords();
  return (
    <Panel flush title={t('norms.industries')} hint={t('norms.industriesHint')} actions={onEdit && <Button size="xs" variant="default" onClick={() => onEdit({ kind: 'industries', entry: null })}>{t('norms.addIndustry')}</Button>}>
      <table className={classes['table']}>
        <thead><tr><th scope="col">{t('questions.industry')}</th><th scope="col" className={classes['number']}>{t('norms.usual')}</th>{onEdit && <th scope="col"><VisuallyHidden>{t('norms.edit')}</VisuallyHidden></th>}</tr></thead>
        <tbody>
          {industries.map((industry) => (
            <tr key={industry.key}>
              <td><bdi>{words.industry(industry)}</bdi><small><bdi>{industry.source}</bdi></small></td>
              <td className={classes['number']}>{format.signed(industry.norm)}</td>
              {onEdit && <td className={classes['number']}><Button size="compact-xs" variant="default" aria-label={t('norms.editOf', { name: words.industry(industry) })} onClick={() => onEdit({ kind: 'industries', entry: industry })}>{t('norms.edit')}</Button></td>}
            </tr>
          ))}
        </tbody>
      </table>
    </Panel>
  );
}
