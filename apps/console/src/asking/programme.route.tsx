import { createLazyRoute } from '@tanstack/react-router';
import { AskingPage } from './programme-page.tsx';

export const Route = createLazyRoute('/programme/$programmeKey')({ component: AskingPage });
