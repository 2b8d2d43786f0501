import { Button, Select, TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api/problem.ts';
import { useNames, useTouchpoints } from '../catalog/catalog.ts';
import { UnitFilter } from '../filters/unit-filter.tsx';
import { scoreOf } from '../norms/norms.ts';
import { EditDrawer } from '../programme/edit-drawer.tsx';
import { useSession } from '../session/session.ts';
import { useSetTarget, type Target } from './use-targets.ts';

/** The target of a unit, of a touchpoint, of both, or of everything. */
export function TargetForm({ target, programme, onClose }: { target: Target | null; programme: string; onClose: () => void }) {
  const { t } = useTranslation();
  const names = useNames();
  const session = useSession();
  const touchpoints = (useTouchpoints().data ?? []).filter((one) => one.programme === programme);
  const [unit, setUnit] = useState<string | null>(target?.unit ?? (target === null ? (session.units?.[0] ?? null) : null));
  const [touchpoint, setTouchpoint] = useState<string | null>(target?.touchpoint ?? null);
  const [value, setValue] = useState(target === null ? '' : String(target.value));
  const [checked, setChecked] = useState(false);
  const put = useSetTarget(programme, onClose);
  const remove = useSetTarget(programme, onClose);
  const problem = put.error instanceof ApiProblem ? put.error : null;
  const score = scoreOf(value);
  const save = (): void => {
    setChecked(true);
    if (score !== null) put.mutate({ unit, touchpoint, value: score });
  };
  return (
    <EditDrawer title={t('official.setTarget')} onClose={onClose} onSave={save} busy={put.isPending} error={put.error ?? remove.error} fields={['unit', 'touchpoint', 'value']}
      extra={target !== null && <Button variant="subtle" color="red" loading={remove.isPending} onClick={() => remove.mutate({ unit, touchpoint, value: null })}>{t('norms.remove')}</Button>}>
      {target === null ? (
        <>
          <UnitFilter label={t('filter.unit')} value={unit ?? undefined} onChange={(next) => setUnit(next ?? null)} error={problem?.of('unit')} />
          <Select label={t('filter.touchpoint')} placeholder={t('filter.allTouchpoints')} value={touchpoint} clearable searchable data={touchpoints.map(({ key, name }) => ({ value: key, label: name }))} onChange={setTouchpoint} error={problem?.of('touchpoint')} clearButtonProps={{ 'aria-label': t('filter.clear') }} />
        </>
      ) : <p style={{ margin: 0 }}><bdi>{unit === null ? t('filter.allUnits') : names.unit(unit)}</bdi> · <bdi>{touchpoint === null ? t('filter.allTouchpoints') : names.touchpoint(touchpoint)}</bdi></p>}
      <TextInput label={t('official.target')} required value={value} onChange={(event) => setValue(event.currentTarget.value)} description={t('official.targetHint')} error={problem?.of('value') ?? (checked && score === null ? t('norms.noScore') : undefined)} dir="ltr" data-autofocus />
    </EditDrawer>
  );
}
