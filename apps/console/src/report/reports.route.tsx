import { createLazyRoute } from '@tanstack/react-router';
import { ReportsPage } from './reports-page.tsx';

export const Route = createLazyRoute('/reports')({ component: ReportsPage });
