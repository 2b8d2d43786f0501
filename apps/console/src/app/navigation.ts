import { IconBell, IconBuildingStore, IconChartHistogram, IconFilter, IconHome, IconInbox, IconMessage2, IconReportAnalytics, IconRoute, IconScale, IconRubberStamp, IconStethoscope, IconUserOff, IconUsersGroup, type Icon } from '@tabler/icons-react';
import { may, type Scope, type Session } from '../session/scopes.ts';

export interface Destination {
  readonly to: '/' | '/inbox' | '/scores' | '/compare' | '/answers' | '/signals' | '/funnel' | '/reports' | '/official' | '/interactions' | '/customers' | '/exclusions' | '/programme' | '/operations';
  readonly text: 'home' | 'inbox' | 'scores' | 'compare' | 'answers' | 'signals' | 'funnel' | 'reports' | 'official' | 'interactions' | 'customers' | 'exclusions' | 'programme' | 'operations';
  readonly needs: Scope;
  readonly icon: Icon;
}

const DESTINATIONS: readonly Destination[] = [
  { to: '/', text: 'home', needs: 'scores:read', icon: IconHome },
  { to: '/inbox', text: 'inbox', needs: 'cases:read', icon: IconInbox },
  { to: '/scores', text: 'scores', needs: 'scores:read', icon: IconChartHistogram },
  { to: '/compare', text: 'compare', needs: 'scores:read', icon: IconScale },
  { to: '/answers', text: 'answers', needs: 'responses:read', icon: IconMessage2 },
  { to: '/signals', text: 'signals', needs: 'scores:read', icon: IconBell },
  { to: '/funnel', text: 'funnel', needs: 'decisions:read', icon: IconFilter },
  { to: '/reports', text: 'reports', needs: 'scores:read', icon: IconReportAnalytics },
  { to: '/official', text: 'official', needs: 'scores:read', icon: IconRubberStamp },
  { to: '/interactions', text: 'interactions', needs: 'decisions:read', icon: IconRoute },
  { to: '/customers', text: 'customers', needs: 'decisions:read', icon: IconUsersGroup },
  { to: '/exclusions', text: 'exclusions', needs: 'exclusions:write', icon: IconUserOff },
  { to: '/programme', text: 'programme', needs: 'catalog:read', icon: IconBuildingStore },
  { to: '/operations', text: 'operations', needs: 'operate', icon: IconStethoscope },
];

/** Where this person can go, in the order of the menu. */
export const destinationsOf = (session: Session): Destination[] => DESTINATIONS.filter(({ needs }) => may(session, needs));
