import { Input, NumberInput, Select } from '@mantine/core';
import { useId, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import classes from './asking.module.css';
import { amountOf, durationOf, UNIT_NAMES, type Amount } from './duration.ts';

interface DurationInputProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (duration: string) => void;
  readonly error?: string | undefined;
  readonly description?: ReactNode;
  /** Where the label stands elsewhere, as in a table. */
  readonly bare?: boolean;
}

/** A time as a number and its unit. What was not touched stays as it was written. */
export function DurationInput({ label, value, onChange, error, description, bare = false }: DurationInputProps) {
  const { t } = useTranslation();
  const id = useId();
  const [shown, setShown] = useState<Amount>(() => amountOf(value) ?? { amount: '', unit: 'days' });
  const change = (next: Amount): void => {
    setShown(next);
    onChange(durationOf(next));
  };
  const inputs = (
    <div className={classes['duration']}>
      <NumberInput id={id} min={0} allowDecimal={false} allowNegative={false} value={shown.amount} error={error !== undefined} aria-label={bare ? label : undefined} onChange={(amount) => change({ ...shown, amount })} />
      <Select value={shown.unit} allowDeselect={false} aria-label={t('asking.unitOf', { name: label })} data={UNIT_NAMES.filter((unit) => unit !== 'seconds' || shown.unit === 'seconds').map((unit) => ({ value: unit, label: t(`asking.timeUnits.${unit}`) }))}
        onChange={(unit) => change({ ...shown, unit: UNIT_NAMES.find((one) => one === unit) ?? shown.unit })} />
    </div>
  );
  return bare ? <Input.Wrapper error={error}>{inputs}</Input.Wrapper> : <Input.Wrapper label={label} error={error} description={description} labelProps={{ htmlFor: id }}>{inputs}</Input.Wrapper>;
}
