import classes from './shell.module.css';

export function Brand() {
  return (
    <span className={classes['mark']}>
      <img src="/favicon.svg" alt="" width={20} height={20} />
      Candor
    </span>
  );
}
