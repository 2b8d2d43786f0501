import { AppShell, Skeleton } from '@mantine/core';
import { Brand } from './brand.tsx';
import classes from './shell.module.css';

/** The frame while it is not known yet who is there. */
export function ShellSkeleton() {
  return (
    <AppShell header={{ height: { base: 48, md: 0 } }} navbar={{ width: 204, breakpoint: 'md', collapsed: { mobile: true } }} padding={0}>
      <AppShell.Header hiddenFrom="md" className={classes['bar']}><Brand /></AppShell.Header>
      <AppShell.Navbar className={classes['menu']}>
        <div className={classes['brand']}><Brand /></div>
        {[72, 54, 60, 66].map((width) => <Skeleton key={width} height={14} width={width} m={9} />)}
      </AppShell.Navbar>
      <AppShell.Main className={classes['main']} />
    </AppShell>
  );
}
