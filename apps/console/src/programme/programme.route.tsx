import { createLazyRoute } from '@tanstack/react-router';
import { ProgrammePage } from './programme-page.tsx';

export const Route = createLazyRoute('/programme')({ component: ProgrammePage });
