import { Button, Divider, Group, Popover, Stack, TextInput } from '@mantine/core';
import { IconCalendar } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLanguage } from '../i18n/language.ts';
import { addDays, PRESETS } from '../time/range.ts';
import type { Selection, SelectionSearch } from './selection.ts';

interface RangeFilterProps {
  readonly selection: Selection;
  readonly onChange: (change: Partial<SelectionSearch>) => void;
}

/** The days looked at: presets up to today, or any two days (both shown as included, as people say it; the address is half-open). */
export function RangeFilter({ selection, onChange }: RangeFilterProps) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const [opened, setOpened] = useState(false);
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeZone: 'UTC' });
  const label = selection.preset === null ? day.formatRange(new Date(selection.range.from), new Date(addDays(selection.range.to, -1))) : t(`range.${selection.preset}`);
  const choose = (change: Partial<SelectionSearch>): void => {
    onChange(change);
    setOpened(false);
  };
  return (
    <Popover position="bottom-start" width={280} opened={opened} onChange={setOpened} trapFocus shadow="md">
      <Popover.Target>
        <Button variant="default" px={10} leftSection={<IconCalendar size={15} aria-hidden />} aria-label={t('range.label', { range: label })} onClick={() => setOpened(!opened)}>{label}</Button>
      </Popover.Target>
      <Popover.Dropdown p={8}>
        <Stack gap={0}>
          {PRESETS.map((preset) => (
            <Button key={preset} variant="subtle" color="gray" justify="flex-start" fw={preset === selection.preset ? 700 : 400} aria-pressed={preset === selection.preset} onClick={() => choose({ range: preset, from: undefined, to: undefined })}>
              {t(`range.${preset}`)}
            </Button>
          ))}
        </Stack>
        <Divider my={8} />
        <OwnDays selection={selection} onChoose={choose} />
      </Popover.Dropdown>
    </Popover>
  );
}

/** Two days of the reader's own; mounted with the dropdown, so that it begins with what is shown. */
function OwnDays({ selection, onChoose }: { selection: Selection; onChoose: RangeFilterProps['onChange'] }) {
  const { t } = useTranslation();
  const [from, setFrom] = useState(selection.range.from);
  const [last, setLast] = useState(addDays(selection.range.to, -1));
  return (
    <Stack gap={8} px={4} pb={4}>
      <Group gap={8} grow>
        <TextInput type="date" size="xs" label={t('range.from')} value={from} max={last} onChange={(event) => setFrom(event.currentTarget.value)} />
        <TextInput type="date" size="xs" label={t('range.to')} value={last} min={from} onChange={(event) => setLast(event.currentTarget.value)} />
      </Group>
      <Button size="xs" variant="default" disabled={from === '' || last === '' || from > last} onClick={() => onChoose({ range: undefined, from, to: addDays(last, 1) })}>{t('range.apply')}</Button>
    </Stack>
  );
}
