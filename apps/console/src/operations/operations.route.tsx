import { createLazyRoute } from '@tanstack/react-router';
import { OperationsPage } from './operations-page.tsx';

export const Route = createLazyRoute('/operations')({ component: OperationsPage });
