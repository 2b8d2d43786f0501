import { NumberInput, Switch, TagsInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '../app/panel.tsx';
import classes from './asking.module.css';
import type { FieldsProps } from './fields.ts';
import { newAccounts, type AccountsDraft } from './policy.ts';

/** Where customers are firms: several people of each are asked, those who decide first. */
export function AccountFields({ draft, set, problem }: FieldsProps) {
  const { t } = useTranslation();
  const { accounts } = draft;
  const put = (change: Partial<AccountsDraft>): void => set({ accounts: accounts && { ...accounts, ...change } });
  return (
    <Panel title={t('asking.accounts')} hint={t('asking.accountsHint')}>
      <div className={classes['form']}>
        <Switch label={t('asking.byAccount')} description={t('asking.byAccountHint')} checked={accounts !== null} error={accounts === null ? problem?.of('accounts') : undefined} onChange={(event) => set({ accounts: event.currentTarget.checked ? newAccounts : null })} />
        {accounts && (
          <>
            <TagsInput label={t('asking.roles')} description={t('asking.rolesHint')} placeholder={accounts.roles.length === 0 ? t('asking.roleExample') : undefined} value={[...accounts.roles]} onChange={(roles) => put({ roles })} maxTags={20} splitChars={[',']} error={problem?.of('accounts.roles')} />
            <div className={classes['two']}>
              <NumberInput label={t('asking.perAccount')} min={1} max={1000} allowDecimal={false} value={accounts.perAccount} onChange={(perAccount) => put({ perAccount })} error={problem?.of('accounts.perAccount')} />
              <NumberInput label={t('asking.accountDays')} min={1} max={3660} allowDecimal={false} value={accounts.days} onChange={(days) => put({ days })} error={problem?.of('accounts.days')} />
            </div>
          </>
        )}
      </div>
    </Panel>
  );
}
