import { createLazyRoute } from '@tanstack/react-router';
import { OfficialPage } from './official-page.tsx';

export const Route = createLazyRoute('/official')({ component: OfficialPage });
