import { createLazyRoute } from '@tanstack/react-router';
import { CustomersPage } from './customers-page.tsx';

export const Route = createLazyRoute('/customers')({ component: CustomersPage });
