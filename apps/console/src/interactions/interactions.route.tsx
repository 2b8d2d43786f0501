import { createLazyRoute } from '@tanstack/react-router';
import { InteractionsPage } from './interactions-page.tsx';

export const Route = createLazyRoute('/interactions')({ component: InteractionsPage });
