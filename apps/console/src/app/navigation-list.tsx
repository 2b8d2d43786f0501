import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useSession } from '../session/session.ts';
import { OpenCount } from '../signals/open-count.tsx';
import { destinationsOf } from './navigation.ts';
import classes from './shell.module.css';

export function Navigation() {
  const { t } = useTranslation();
  const session = useSession();
  return (
    <div className={classes['grow']}>
      {destinationsOf(session).map(({ to, text, icon: Icon }) => (
        <Link key={to} to={to} className={classes['link']} activeOptions={{ exact: to === '/', includeSearch: false }}>
          <Icon size={18} stroke={1.7} aria-hidden />
          {t(`nav.${text}`)}
          {to === '/signals' && <OpenCount />}
        </Link>
      ))}
    </div>
  );
}
