import { Button, Modal, TextInput } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { useProgrammes } from '../catalog/catalog.ts';
import { isKey, keyOf } from './key-of.ts';
import classes from './programme.module.css';

/** Names a programme and goes on to its policy: it is there once that is saved. */
export function CreateProgramme({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const programmes = useProgrammes().data ?? [];
  const [name, setName] = useState('');
  const [given, setGiven] = useState<string | null>(null);
  const key = given ?? keyOf(name);
  const taken = programmes.some((one) => one.key === key);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    void navigate({ to: '/programme/$programmeKey', params: { programmeKey: key }, search: { create: name.trim() } });
  };
  return (
    <Modal opened onClose={onClose} title={t('programme.addProgramme')} closeButtonProps={{ 'aria-label': t('shell.dismiss') }}>
      <form className={classes['form']} onSubmit={submit}>
        <TextInput label={t('programme.name')} required value={name} onChange={(event) => setName(event.currentTarget.value)} dir="auto" data-autofocus />
        <TextInput label={t('programme.key')} required value={key} onChange={(event) => setGiven(event.currentTarget.value)} error={taken ? t('asking.keyTaken') : undefined} description={t('programme.keyHint')} dir="ltr" />
        <Button type="submit" disabled={name.trim() === '' || !isKey(key) || taken}>{t('asking.toPolicy')}</Button>
      </form>
    </Modal>
  );
}
