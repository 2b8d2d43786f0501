import { Button } from '@mantine/core';
import { IconMail, IconPhone } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import classes from './case.module.css';
import type { Case } from './case.ts';

/** How to reach the person; if they asked not to be contacted, that is said instead. */
export function ContactLinks({ task }: { task: Case }) {
  const { t } = useTranslation();
  const { contact } = task;
  const { phone, email } = contact ?? {};
  if (contact?.allowed === false) return <div className={classes['contact']}><p>{t('inbox.contact.refused')}</p></div>;
  return (
    <div className={classes['contact']}>
      {phone && <Button component="a" href={`tel:${phone.replace(/[^+\d]/g, '')}`} variant="light" fullWidth leftSection={<IconPhone size={16} aria-hidden />}><span className="ltr">{phone}</span></Button>}
      {email && <Button component="a" href={`mailto:${email}`} variant="default" fullWidth leftSection={<IconMail size={16} aria-hidden />}><span className="ltr">{email}</span></Button>}
      {!phone && !email && <p className="quiet">{t('inbox.contact.none')}</p>}
    </div>
  );
}
