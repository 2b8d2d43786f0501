import { Link, useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { carriedSelection } from '../filters/carried.ts';
import { useSession } from '../session/session.ts';
import { OpenCount } from '../signals/open-count.tsx';
import { destinationsOf } from './navigation.ts';
import classes from './shell.module.css';

export function Navigation() {
  const { t } = useTranslation();
  const session = useSession();
  const { pathname, search } = useLocation();
  return (
    <div className={classes['grow']}>
      {destinationsOf(session).map(({ to, text, icon: Icon }) => (
        <Link key={to} to={to} search={carriedSelection(pathname, to, search)} className={classes['link']} activeOptions={{ exact: to === '/', includeSearch: false }}>
          <Icon size={18} stroke={1.7} aria-hidden />
          {t(`nav.${text}`)}
          {to === '/signals' && <OpenCount />}
        </Link>
      ))}
    </div>
  );
}
