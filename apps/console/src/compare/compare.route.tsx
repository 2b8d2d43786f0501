import { createLazyRoute } from '@tanstack/react-router';
import { ComparePage } from './compare-page.tsx';

export const Route = createLazyRoute('/compare')({ component: ComparePage });
