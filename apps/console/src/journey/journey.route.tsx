import { createLazyRoute } from '@tanstack/react-router';
import { JourneyPage } from './journey-page.tsx';

export const Route = createLazyRoute('/interactions/journey')({ component: JourneyPage });
