import { useCallback } from 'react';
import { useTranslation } from 'react-i18next';
import { REASONS } from './reasons.ts';

/** Words for the code of a reason; a code that a later release adds is shown as it is. */
export function useReasonWords(): (code: string) => string {
  const { t } = useTranslation();
  return useCallback((code) => {
    const known = REASONS.find((one) => one === code);
    return known === undefined ? code : t(`reason.${known}`);
  }, [t]);
}
