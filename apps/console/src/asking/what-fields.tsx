import { Checkbox, Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '../app/panel.tsx';
import type { Programme } from '../catalog/catalog.ts';
import classes from './asking.module.css';
import type { FieldsProps } from './fields.ts';

const KINDS = ['transactional', 'relationship', 'benchmark'] as const;
const AUDIENCES = ['customers', 'employees', 'partners'] as const;

/** What the programme is: scores of different kinds and audiences never mix. */
export function WhatFields({ draft, set, problem }: FieldsProps) {
  const { t } = useTranslation();
  return (
    <Panel title={t('asking.what')} hint={t('asking.whatHint')}>
      <div className={classes['form']}>
        <TextInput label={t('programme.name')} required value={draft.name} onChange={(event) => set({ name: event.currentTarget.value })} error={problem?.of('name')} dir="auto" />
        <div className={classes['two']}>
          <Select label={t('programme.kind')} description={t(`asking.kindHints.${draft.kind}`)} value={draft.kind} allowDeselect={false} data={KINDS.map((value) => ({ value, label: t(`programme.kinds.${value}`) }))}
            onChange={(value) => set({ kind: value as Programme['kind'] })} error={problem?.of('kind')} inputWrapperOrder={['label', 'input', 'error', 'description']} />
          <Select label={t('programme.audience')} value={draft.audience} allowDeselect={false} data={AUDIENCES.map((value) => ({ value, label: t(`programme.audiences.${value}`) }))}
            onChange={(value) => set({ audience: value as Programme['audience'] })} error={problem?.of('audience')} />
        </div>
        <Checkbox label={t('programme.anonymousLabel')} checked={draft.anonymous} onChange={(event) => set({ anonymous: event.currentTarget.checked })} error={problem?.of('anonymous')} />
      </div>
    </Panel>
  );
}
