import { ProblemView } from './problem-view.tsx';
import { Brand } from './brand.tsx';
import classes from '../session/sign-in.module.css';

/** Nothing answers: said calmly, with a way to try again. */
export function Unreachable({ error, onRetry }: { error: Error; onRetry: () => void }) {
  return (
    <main className={classes['page']}>
      <div className={classes['card']}>
        <Brand />
        <ProblemView error={error} onRetry={onRetry} />
      </div>
    </main>
  );
}
