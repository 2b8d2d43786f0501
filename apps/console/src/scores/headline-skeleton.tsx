import { Skeleton } from '@mantine/core';
import classes from './scores.module.css';

export function HeadlineSkeleton() {
  return (
    <div className={classes['headline']}>
      <Skeleton height={52} width={220} />
      <Skeleton height={18} width={180} />
      <Skeleton height={12} />
      <Skeleton height={44} />
      <Skeleton height={38} />
    </div>
  );
}
