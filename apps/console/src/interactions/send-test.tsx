import { Button, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { call } from '../api/client.ts';
import { ProblemView } from '../app/problem-view.tsx';
import { useTouchpoints } from '../catalog/catalog.ts';
import { UnitFilter } from '../filters/unit-filter.tsx';
import classes from './interactions.module.css';

const SOURCE = '/console/test';

/** Sends one interaction through the front door, as an integrator would, and shows what becomes of it. */
export function SendTest({ onSent }: { onSent: (sent: { source: string; id: string }) => void }) {
  const { t } = useTranslation();
  const touchpoints = useTouchpoints().data ?? [];
  const [touchpoint, setTouchpoint] = useState<string | null>(null);
  const [unit, setUnit] = useState<string>();
  const [email, setEmail] = useState('');
  const send = useMutation({
    mutationFn: async () => {
      const id = crypto.randomUUID();
      const data = { touchpoint, unit, occurredAt: new Date().toISOString(), customer: { id: `test-${email}`, email } };
      await call('/v1/interactions', { method: 'POST', contentType: 'application/cloudevents+json', body: { specversion: '1.0', type: 'com.candor.interaction.v1', source: SOURCE, id, data } });
      return { source: SOURCE, id };
    },
    onSuccess: onSent,
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send.mutate();
  };
  return (
    <form className={classes['stack']} onSubmit={submit}>
      <Select label={t('inbox.facts.touchpoint')} data={touchpoints.map(({ key, name }) => ({ value: key, label: name }))} value={touchpoint} onChange={setTouchpoint} />
      <UnitFilter label={t('filter.unit')} none="" value={unit} onChange={setUnit} />
      <TextInput label={t('interactions.email')} type="email" required value={email} onChange={(event) => setEmail(event.currentTarget.value)} dir="ltr" placeholder="noa@example.com" />
      <Button type="submit" loading={send.isPending} disabled={touchpoint === null || unit === undefined}>{t('interactions.sendButton')}</Button>
      {send.error && <ProblemView error={send.error} />}
    </form>
  );
}
