import { CUTS, type Cut } from '@candor/contracts';
import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { FieldsProps } from '../asking/fields.ts';

/** By what figures are kept from now on; an anonymous programme keeps them by nothing more. */
export function DeclareCuts({ draft, set, problem }: FieldsProps) {
  const { t } = useTranslation();
  if (draft.anonymous) return null;
  return (
    <Checkbox.Group label={t('cuts.declare')} description={t('cuts.declareHint')} value={[...draft.cuts]} onChange={(cuts) => set({ cuts: cuts as Cut[] })} error={problem?.of('cuts')}>
      {CUTS.map((cut) => <Checkbox key={cut} value={cut} label={t(`cuts.names.${cut}`)} mt={8} />)}
    </Checkbox.Group>
  );
}
