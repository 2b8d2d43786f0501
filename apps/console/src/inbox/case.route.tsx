import { createLazyRoute } from '@tanstack/react-router';
import { CaseView } from './case-view.tsx';

export const Route = createLazyRoute('/inbox/$caseId')({ component: CaseView });
