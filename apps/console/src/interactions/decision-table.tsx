import { Badge, Table } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Ago } from '../time/ago.tsx';
import type { Decision } from './decision.ts';

const COLOUR: Readonly<Partial<Record<Decision['outcome'], string>>> = { invited: 'candor', pending: 'gray' };

export function DecisionTable({ decisions }: { decisions: readonly Decision[] }) {
  const { t } = useTranslation();
  return (
    <Table.ScrollContainer minWidth={620} px={16}>
      <Table>
        <Table.Thead>
          <Table.Tr><Table.Th>{t('interactions.interaction')}</Table.Th><Table.Th>{t('interactions.customer')}</Table.Th><Table.Th>{t('interactions.outcome')}</Table.Th><Table.Th>{t('interactions.reason')}</Table.Th><Table.Th>{t('interactions.when')}</Table.Th></Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {decisions.map((decision) => (
            <Table.Tr key={`${decision.source} ${decision.id}`}>
              <Table.Td><span className="ltr quiet">{decision.source}</span> <b className="ltr">{decision.id}</b></Table.Td>
              <Table.Td><Link to="/interactions" search={{ customer: decision.customer }}><span className="ltr">{decision.customer}</span></Link></Table.Td>
              <Table.Td><Badge variant="light" color={COLOUR[decision.outcome] ?? 'gray'} tt="none" fw={600}>{t(`decision.${decision.outcome}`)}</Badge>{decision.channel && <span className="quiet"> {t(`channel.${decision.channel}`)}</span>}</Table.Td>
              <Table.Td><bdi>{decision.reason}</bdi> <span className="quiet">{t('interactions.policy', { version: decision.policyVersion })}</span></Table.Td>
              <Table.Td><Ago at={decision.at} /></Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
