import { createLazyRoute } from '@tanstack/react-router';
import { ExclusionsPage } from './exclusions-page.tsx';

export const Route = createLazyRoute('/exclusions')({ component: ExclusionsPage });
