import { Button, Group, Menu, TextInput } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/language.ts';
import { addDays, PRESETS } from '../time/range.ts';
import type { Selection, SelectionSearch } from './selection.ts';

/** The days looked at: presets up to today, or any two days (shown both included, as people say it; the address is half-open). */
export function RangeFilter({ selection, onChange }: { selection: Selection; onChange: (change: Partial<SelectionSearch>) => void }) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const [from, setFrom] = useState(selection.range.from);
  const [last, setLast] = useState(addDays(selection.range.to, -1));
  const reset = (): void => {
    setFrom(selection.range.from);
    setLast(addDays(selection.range.to, -1));
  };
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const label = selection.preset === null ? day.formatRange(new Date(selection.range.from), new Date(addDays(selection.range.to, -1))) : t(`range.${selection.preset}`);

  return (
    <Menu position="bottom-start" width={280} onOpen={reset}>
      <Menu.Target>
        <Button variant="default" px={10} leftSection={<IconCalendar size={15} aria-hidden />} aria-label={t('range.label', { range: label })}>{label}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        {PRESETS.map((preset) => (
          <Menu.Item key={preset} onClick={() => onChange({ range: preset, from: undefined, to: undefined })} fw={preset === selection.preset ? 600 : 400}>{t(`range.${preset}`)}</Menu.Item>
        ))}
        <Menu.Divider />
        <Group gap={8} p={8} grow>
          <TextInput type="date" size="xs" label={t('range.from')} value={from} max={last} onChange={(event) => setFrom(event.currentTarget.value)} />
          <TextInput type="date" size="xs" label={t('range.to')} value={last} min={from} onChange={(event) => setLast(event.currentTarget.value)} />
        </Group>
        <Menu.Item disabled={from === '' || last === '' || from > last} onClick={() => onChange({ range: undefined, from, to: addDays(last, 1) })}>{t('range.apply')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
