import { createLazyRoute } from '@tanstack/react-router';
import { FunnelPage } from './funnel-page.tsx';

export const Route = createLazyRoute('/funnel')({ component: FunnelPage });
