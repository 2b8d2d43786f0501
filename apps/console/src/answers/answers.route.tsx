import { createLazyRoute } from '@tanstack/react-router';
import { AnswersPage } from './answers-page.tsx';

export const Route = createLazyRoute('/answers')({ component: AnswersPage });
