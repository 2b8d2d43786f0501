import { Button, VisuallyHidden } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyNote } from '../app/empty-note.tsx';
import { Panel } from '../app/panel.tsx';
import { useLanguage } from '../i18n/language.ts';
import { ApiCall } from '../scores/api-call.tsx';
import type { Edited } from './norm-form.tsx';
import { byRivalry, type Company } from './norms.ts';
import classes from './norms.module.css';
import { NORMS_PATH } from './use-norms.ts';

/** Scores of others; whoever is a rival is asked about first. */
export function CompaniesPanel({ companies, onEdit }: { companies: readonly Company[]; onEdit: ((edited: Edited) => void) | undefined }) {
  const { t } = useTranslation();
  const { format } = useLanguage();
  return (
    <Panel flush title={t('norms.companies')} hint={t('norms.companiesHint')} actions={<>{onEdit && <Button size="xs" variant="default" onClick={() => onEdit({ kind: 'companies', entry: null })}>{t('norms.addCompany')}</Button>}<ApiCall path={NORMS_PATH} query={{}} /></>}>
      {companies.length === 0 ? <EmptyNote title={t('norms.noCompany')} text={t('norms.noCompanyText')} /> : (
        <table className={classes['table']}>
          <thead><tr><th scope="col">{t('norms.company')}</th><th scope="col">{t('norms.rival')}</th><th scope="col" className={classes['number']}>{t('home.score')}</th>{onEdit && <th scope="col"><VisuallyHidden>{t('norms.edit')}</VisuallyHidden></th>}</tr></thead>
          <tbody>
            {byRivalry(companies).map((company) => (
              <tr key={company.key}>
                <td><bdi>{company.name}</bdi><small><bdi>{company.source}</bdi></small></td>
                <td>{company.rival ? t('norms.isRival') : <span className="quiet">{t('norms.isOther')}</span>}</td>
                <td className={classes['number']}>{format.signed(company.nps)}</td>
                {onEdit && <td className={classes['number']}><Button size="compact-xs" variant="default" aria-label={t('norms.editOf', { name: company.name })} onClick={() => onEdit({ kind: 'companies', entry: company })}>{t('norms.edit')}</Button></td>}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Panel>
  );
}
