import { Button, CopyButton, Modal, MultiSelect, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.ts';
import { ProblemView } from '../app/problem-view.tsx';
import { useUnits } from '../catalog/catalog.ts';
import { useSession } from '../session/session.ts';
import { useCreateKey } from './api-keys.ts';
import classes from './programme.module.css';

/** Nobody gives a key more than they have; its secret is shown once. */
export function CreateKey({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const session = useSession();
  const units = useUnits().data ?? [];
  const [name, setName] = useState('');
  const [scopes, setScopes] = useState<string[]>(['interactions:write', 'decisions:read']);
  const [within, setWithin] = useState<string[]>([]);
  const create = useCreateKey();
  const problem = create.error instanceof ApiProblem ? create.error : null;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    create.mutate({ name, scopes, ...(within.length === 0 ? {} : { units: within }) });
  };
  return (
    <Modal opened onClose={onClose} title={t('keys.create')} closeOnClickOutside={create.data === undefined} closeButtonProps={{ 'aria-label': t('shell.dismiss') }}>
      {create.data ? (
        <div className={classes['form']}>
          <p>{t('keys.once')}</p>
          <div className={classes['secret']}>{create.data.secret}</div>
          <CopyButton value={create.data.secret}>{({ copied, copy }) => <Button onClick={copy}>{copied ? t('behind.copied') : t('behind.copy')}</Button>}</CopyButton>
        </div>
      ) : (
        <form className={classes['form']} onSubmit={submit}>
          <TextInput label={t('programme.name')} required value={name} onChange={(event) => setName(event.currentTarget.value)} error={problem?.of('name')} placeholder="CRM" data-autofocus />
          <MultiSelect label={t('keys.scopes')} data={[...session.scopes]} value={scopes} onChange={setScopes} error={problem?.of('scopes')} searchable />
          <MultiSelect label={t('keys.units')} description={t('keys.unitsHint')} data={units.map(({ key, name: label }) => ({ value: key, label }))} value={within} onChange={setWithin} error={problem?.of('units')} searchable limit={50} />
          {create.error && (problem === null || problem.errors.length === 0) && <ProblemView error={create.error} />}
          <Button type="submit" loading={create.isPending} disabled={name.trim() === '' || scopes.length === 0}>{t('keys.create')}</Button>
        </form>
      )}
    </Modal>
  );
}
