import { Tooltip } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import classes from './live.module.css';
import type { StreamState } from './use-stream.ts';

/** Says quietly whether what is shown follows by itself. */
export function LiveMark({ state }: { state: StreamState }) {
  const { t } = useTranslation();
  return (
    <Tooltip label={t(`live.${state}Hint`)}>
      <span className={classes['mark']} data-state={state}>{t(`live.${state}`)}</span>
    </Tooltip>
  );
}
