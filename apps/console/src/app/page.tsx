import { useEffect, type ReactNode } from 'react';
import classes from './page.module.css';

interface PageProps {
  readonly title: string;
  /** Beside the title: what is live, what can be done. */
  readonly aside?: ReactNode;
  /** Below the title, for the filters of the page. */
  readonly filters?: ReactNode;
  readonly children: ReactNode;
}

export function Page({ title, aside, filters, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · Candor`;
  }, [title]);
  return (
    <div className={classes['page']}>
      <header className={classes['head']}>
        <h1>{title}</h1>
        {aside && <div className={classes['aside']}>{aside}</div>}
        {filters && <div className={classes['filters']}>{filters}</div>}
      </header>
      <div className={classes['body']}>{children}</div>
    </div>
  );
}
