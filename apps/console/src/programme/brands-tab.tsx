import { Button, Skeleton, Table, VisuallyHidden } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { EmptyNote } from '../app/empty-note.tsx';
import { Panel } from '../app/panel.tsx';
import { ProblemView } from '../app/problem-view.tsx';
import { RowsTable } from '../app/rows-table.tsx';
import { PreviewPanel } from '../asking/preview-panel.tsx';
import { languageNames } from '../asking/survey-languages.ts';
import { useNames } from '../catalog/catalog.ts';
import { useLanguage } from '../i18n/language.ts';
import { may } from '../session/scopes.ts';
import { useSession } from '../session/session.ts';
import { useBrands, type Brand } from './brand.ts';
import { BrandForm } from './brand-form.tsx';
import classes from './programme.module.css';

/** Who messages are from and how they look, and the next message of each brand as customers will read it. */
export function BrandsTab() {
  const { t } = useTranslation();
  const session = useSession();
  const mayEdit = may(session, 'catalog:write') && session.units === null;
  const { data, error, refetch } = useBrands();
  const [edited, setEdited] = useState<Brand | 'new' | null>(null);
  const [chosen, choose] = useState<string>();
  const shown = data?.find(({ key }) => key === chosen) ?? data?.find(isUsed);
  return (
    <div className={classes['form']}>
      <Panel flush title={t('programme.tabs.brands')} hint={t('brands.hint')} actions={mayEdit && <Button size="xs" leftSection={<IconPlus size={14} />} onClick={() => setEdited('new')}>{t('brands.add')}</Button>}>
        {error !== null && data === undefined ? <ProblemView error={error} onRetry={() => void refetch()} /> : data === undefined ? <Skeleton height={120} m={16} w="auto" /> : data.length === 0 ? <EmptyNote title={t('brands.none')} text={t('brands.noneText')} /> : (
          <Brands brands={data} shown={shown} onShow={choose} onEdit={mayEdit ? setEdited : undefined} />
        )}
      </Panel>
      {shown && isUsed(shown) && <PreviewPanel key={shown.key} programme={shown.programmes[0] ?? null} about={shown.units[0]} channels={PREVIEWED} languages={[]} />}
      {edited !== null && <BrandForm brand={edited === 'new' ? null : edited} onClose={() => setEdited(null)} />}
    </div>
  );
}

const PREVIEWED = ['email', 'sms', 'voice'] as const;
const isUsed = ({ units, programmes }: Brand): boolean => units.length > 0 || programmes.length > 0;

interface BrandsProps {
  readonly brands: readonly Brand[];
  readonly shown: Brand | undefined;
  readonly onShow: (key: string) => void;
  readonly onEdit: ((brand: Brand) => void) | undefined;
}

function Brands({ brands, shown, onShow, onEdit }: BrandsProps) {
  const { t } = useTranslation();
  const { language } = useLanguage();
  const names = useNames();
  const named = languageNames(language);
  return (
    <RowsTable>
      <Table.Thead><Table.Tr><Table.Th>{t('programme.name')}</Table.Th><Table.Th>{t('brands.sender')}</Table.Th><Table.Th>{t('brands.usedBy')}</Table.Th><Table.Th>{t('brands.words')}</Table.Th><Table.Th><VisuallyHidden>{t('programme.edit')}</VisuallyHidden></Table.Th></Table.Tr></Table.Thead>
      <Table.Tbody>
        {brands.map((brand) => {
          const users = [...brand.programmes.map(names.programme), ...brand.units.map(names.unit)];
          return (
            <Table.Tr key={brand.key}>
              <Table.Td><span className={classes['colour']} style={{ background: brand.colour ?? 'transparent' }} aria-hidden /> <b><bdi>{brand.name}</bdi></b> <code className="ltr quiet">{brand.key}</code></Table.Td>
              <Table.Td data-label={t('brands.sender')}><bdi>{brand.senderName ?? brand.name}</bdi></Table.Td>
              <Table.Td data-label={t('brands.usedBy')}>{users.length === 0 ? <span className="quiet">{t('brands.nobody')}</span> : users.join(', ')}</Table.Td>
              <Table.Td data-label={t('brands.words')}>{Object.keys(brand.wording).map(named).join(', ') || '–'}</Table.Td>
              <Table.Td className={classes['acts']}>
                {isUsed(brand) && <Button size="compact-xs" variant="default" aria-pressed={brand === shown} onClick={() => onShow(brand.key)}>{t('brands.show')}</Button>}
                {onEdit && <Button size="compact-xs" variant="default" aria-label={`${t('programme.edit')}: ${brand.name}`} onClick={() => onEdit(brand)}>{t('programme.edit')}</Button>}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </RowsTable>
  );
}
