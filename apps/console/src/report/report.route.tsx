import { createLazyRoute } from '@tanstack/react-router';
import { ReportPage } from './report-page.tsx';

export const Route = createLazyRoute('/reports/$quarter')({ component: ReportPage });
