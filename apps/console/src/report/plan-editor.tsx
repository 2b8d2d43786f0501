import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Query } from '../api/query.ts';
import { ProblemView } from '../app/problem-view.tsx';
import { useValueNames } from '../drivers/use-value-names.ts';
import { addDays, localDay } from '../time/range.ts';
import classes from './report.module.css';
import type { PlanItem, Report } from './report.ts';
import { useSavePlan } from './use-report.ts';

interface PlanEditorProps {
  readonly report: Report & { readonly id: string };
  readonly query: Query;
  readonly onDone: () => void;
}

const SUGGESTED = 4;
const MONTH_DAYS = 30;

/** A problem has somebody who mends it, a day by which it is mended, and a sign by which that is seen. */
export function PlanEditor({ report, query, onDone }: PlanEditorProps) {
  const { t } = useTranslation();
  const suggestions = useSuggestions(report);
  const empty = (problem = ''): PlanItem => ({ problem, owner: '', deadline: addDays(localDay(new Date()), MONTH_DAYS), measure: '', done: false });
  const [items, setItems] = useState<readonly PlanItem[]>(report.plan.items.length > 0 ? report.plan.items : [empty()]);
  const save = useSavePlan(query, onDone);
  const change = (at: number, part: Partial<PlanItem>): void => setItems(items.map((item, i) => (i === at ? { ...item, ...part } : item)));
  const add = (problem?: string): void => setItems([...items.filter((item) => item.problem !== '' || item.owner !== '' || item.measure !== ''), empty(problem)]);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    save.mutate({ id: report.id, version: report.plan.version, items });
  };
  return (
    <form className={classes['edit']} onSubmit={submit}>
      {items.map((item, i) => (
        <fieldset key={i} className={classes['item']} aria-label={t('report.item', { number: i + 1 })}>
          <Textarea label={t('report.problem')} required minLength={3} maxLength={300} autosize minRows={1} value={item.problem} onChange={(event) => change(i, { problem: event.currentTarget.value })} />
          <TextInput label={t('report.owner')} required maxLength={120} value={item.owner} onChange={(event) => change(i, { owner: event.currentTarget.value })} />
          <TextInput label={t('report.deadline')} required type="date" value={item.deadline} onChange={(event) => change(i, { deadline: event.currentTarget.value })} />
          <Textarea label={t('report.measure')} description={t('report.measureHint')} required minLength={3} maxLength={300} autosize minRows={1} value={item.measure} onChange={(event) => change(i, { measure: event.currentTarget.value })} />
          <div className={classes['line']}>
            <Checkbox label={t('report.done')} checked={item.done} onChange={(event) => change(i, { done: event.currentTarget.checked })} />
            <Button size="compact-xs" variant="subtle" color="gray" leftSection={<IconTrash size={14} aria-hidden />} onClick={() => setItems(items.filter((_, other) => other !== i))}>{t('report.remove')}</Button>
          </div>
        </fieldset>
      ))}
      <div className={classes['line']}>
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => add()}>{t('report.add')}</Button>
        {suggestions.map((problem) => <Button key={problem} size="xs" variant="light" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => add(problem)}>{problem}</Button>)}
      </div>
      {save.error && <ProblemView error={save.error} />}
      <div className={classes['line']}>
        <Button type="submit" loading={save.isPending}>{t('report.savePlan')}</Button>
        <Button variant="default" onClick={onDone}>{t('report.cancel')}</Button>
      </div>
    </form>
  );
}

/** What goes with detractors, and who stands below all others: where a plan would begin. */
function useSuggestions({ drivers, worst }: Report): string[] {
  const { t } = useTranslation();
  const nameOf = useValueNames();
  const found = [...worst.map(({ by, key }) => [by, key] as const), ...drivers.detractors.map(({ by, value }) => [by, value] as const)];
  return [...new Set(found.map(([by, value]) => `${t(`drivers.kind.${by}`)}: ${nameOf(by, value)}`))].slice(0, SUGGESTED);
}
