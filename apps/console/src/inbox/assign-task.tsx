import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Case, Staff } from './case.ts';
import { useStaff } from './use-staff.ts';

/** A supervisor gives the task to somebody, whoever has it now. */
export function AssignTask({ task, onAssign }: { task: Case; onAssign: (staff: Staff) => void }) {
  const { t } = useTranslation();
  const staff = useStaff();
  return (
    <Select
      label={t('inbox.assignTo')} placeholder={t('inbox.nobody')} searchable value={task.assignee?.id ?? null} allowDeselect={false}
      data={staff.map(({ id, name }) => ({ value: id, label: name }))} onChange={(chosen) => {
        const staffMember = staff.find(({ id }) => id === chosen);
        if (staffMember && staffMember.id !== task.assignee?.id) onAssign(staffMember);
      }} nothingFoundMessage={t('filter.nothing')}
    />
  );
}
