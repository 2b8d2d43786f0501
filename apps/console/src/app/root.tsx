import { Outlet } from '@tanstack/react-router';
import { SignInPage } from '../session/sign-in-page.tsx';
import { useSessionQuery } from '../session/session.ts';
import { Shell } from './shell.tsx';
import { ShellSkeleton } from './shell-skeleton.tsx';
import { Unreachable } from './unreachable.tsx';

/** Who is there decides what is shown: the console, the sign-in page, or that nothing answers. The address stays the same in all of them. */
export function Root() {
  const { data: session, error, refetch } = useSessionQuery();
  if (session === undefined) return error === null ? <ShellSkeleton /> : <Unreachable error={error} onRetry={() => void refetch()} />;
  if (session === null) return <SignInPage />;
  return (
    <Shell>
      <Outlet />
    </Shell>
  );
}
