import { Kbd, Modal, Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';

const KEYS = [['J', 'next'], ['K', 'previous'], ['C', 'claim'], ['N', 'note'], ['E', 'close'], ['R', 'release'], ['?', 'help']] as const;

export function ShortcutsHelp({ opened, onClose }: { opened: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={onClose} title={t('keyboard.title')} closeButtonProps={{ 'aria-label': t('shell.dismiss') }}>
      <Table>
        <Table.Tbody>
          {KEYS.map(([key, action]) => (
            <Table.Tr key={key}>
              <Table.Td w={72}><Kbd>{key}</Kbd></Table.Td>
              <Table.Td>{t(`keyboard.${action}`)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  );
}
