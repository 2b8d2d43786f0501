import { Button, TextInput } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { withoutUndefined } from '../filters/selection.ts';
import { textOf } from '../filters/search-string.ts';
import classes from './interactions.module.css';
import { decisionQuery, type Lookup } from './lookup-search.ts';

export function LookupForm({ lookup, onLookup }: { lookup: Lookup; onLookup: (lookup: Lookup) => void }) {
  const { t } = useTranslation();
  const [source, setSource] = useState(lookup.source ?? '');
  const [id, setId] = useState(lookup.id ?? '');
  const [customer, setCustomer] = useState(lookup.customer ?? '');
  const next: Lookup = withoutUndefined({ source: textOf(source), id: textOf(id), customer: textOf(customer) });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onLookup(next);
  };
  return (
    <form className={classes['form']} onSubmit={submit} role="search">
      <TextInput label={t('interactions.source')} placeholder="/crm" value={source} onChange={(event) => setSource(event.currentTarget.value)} dir="ltr" />
      <TextInput label={t('interactions.id')} placeholder="visit-1" value={id} onChange={(event) => setId(event.currentTarget.value)} dir="ltr" />
      <span className={classes['or']}>{t('interactions.or')}</span>
      <TextInput label={t('interactions.customer')} placeholder="C-1042" value={customer} onChange={(event) => setCustomer(event.currentTarget.value)} dir="ltr" />
      <Button type="submit" disabled={decisionQuery(next) === null}>{t('interactions.find')}</Button>
    </form>
  );
}
