import { Button, Drawer, Group } from '@mantine/core';
import type { FormEvent, ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.ts';
import { ProblemView } from '../app/problem-view.tsx';
import { useLanguage } from '../i18n/language.ts';
import classes from './programme.module.css';

interface EditDrawerProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly onSave: () => void;
  readonly busy: boolean;
  readonly error: Error | null;
  /** Fields of the form: what the server says about them stands beside them. */
  readonly fields: readonly string[];
  readonly extra?: ReactNode;
  readonly children: ReactNode;
}

/** A form at the side of the page. */
export function EditDrawer({ title, onClose, onSave, busy, error, fields, extra, children }: EditDrawerProps) {
  const { t } = useTranslation();
  const { rtl } = useLanguage();
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onSave();
  };
  const elsewhere = error !== null && !(error instanceof ApiProblem && error.errors.length > 0 && error.errors.every((one) => fields.some((field) => error.of(field) !== undefined && one.field.startsWith(field))));
  return (
    <Drawer opened onClose={onClose} position={rtl ? 'left' : 'right'} title={title} closeButtonProps={{ 'aria-label': t('shell.dismiss') }}>
      <form className={classes['form']} onSubmit={submit}>
        {children}
        {elsewhere && <ProblemView error={error} />}
        <Group justify="space-between" mt={8}>
          <Group gap={8}>
            <Button type="submit" loading={busy}>{t('programme.save')}</Button>
            <Button variant="default" onClick={onClose}>{t('programme.cancel')}</Button>
          </Group>
          {extra}
        </Group>
      </form>
    </Drawer>
  );
}
