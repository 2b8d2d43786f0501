import type { Cut } from '@candor/contracts';
import { Group, Pill } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useNames } from '../catalog/catalog.ts';
import { useValueNames } from '../drivers/use-value-names.ts';
import { listOf } from '../filters/search-string.ts';
import { useLanguage } from '../i18n/language.ts';
import { SAID, SAID_NAMES, valuesIn, type SaidSearch } from './said.ts';

interface SaidPillsProps {
  readonly search: SaidSearch;
  /** Changes to the address; undefined removes. */
  readonly onChange: (change: { [K in keyof SaidSearch]: SaidSearch[K] | undefined }) => void;
}

/** What else the answers shown are narrowed to; each can be taken away. */
export function SaidPills({ search, onChange }: SaidPillsProps) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const nameOf = useValueNames();
  const names = useNames();
  const list = new Intl.ListFormat(language, { type: 'unit' });
  const named = (cut: Cut, what: string): string => `${t(`cuts.names.${cut}`)}: ${what}`;
  const pills = [
    ...SAID_NAMES.flatMap((name) => {
      const text = search[name];
      const cut = SAID[name];
      return text === undefined ? [] : [{ key: name, text: named(cut, list.format(valuesIn(text).map((value) => nameOf(cut, value)))), remove: { [name]: undefined, ...(search.countedBy === cut && { countedBy: undefined }) } }];
    }),
    ...(search.notCountedBy === undefined ? [] : [{ key: 'notCountedBy', text: named(search.notCountedBy, t('cuts.notRecorded')), remove: { notCountedBy: undefined } }]),
    ...(search.exceptUnit === undefined ? [] : [{ key: 'exceptUnit', text: t('answers.without', { what: list.format(listOf(search.exceptUnit).map(names.unit)) }), remove: { exceptUnit: undefined } }]),
    ...(search.exceptTouchpoint === undefined ? [] : [{ key: 'exceptTouchpoint', text: t('answers.without', { what: list.format(listOf(search.exceptTouchpoint).map(names.touchpoint)) }), remove: { exceptTouchpoint: undefined } }]),
  ];
  if (pills.length === 0) return null;
  return (
    <Group gap={6}>
      {pills.map(({ key, text, remove }) => <Pill key={key} withRemoveButton size="md" onRemove={() => onChange(remove)} removeButtonProps={{ 'aria-label': t('asking.removeOf', { name: text }), tabIndex: 0, 'aria-hidden': false }}><bdi>{text}</bdi></Pill>)}
    </Group>
  );
}
