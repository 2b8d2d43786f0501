import { createLazyRoute } from '@tanstack/react-router';
import { ScoresPage } from './scores-page.tsx';

export const Route = createLazyRoute('/scores')({ component: ScoresPage });
