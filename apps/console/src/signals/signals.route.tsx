import { createLazyRoute } from '@tanstack/react-router';
import { SignalsPage } from './signals-page.tsx';

export const Route = createLazyRoute('/signals')({ component: SignalsPage });
