import { Outlet } from 'react-router';
import { useSession } from '../session/SessionProvider';
import { SignIn } from '../session/SignIn';

/** Everything behind it needs a login. */
export function SignedIn() {
  const { phase } = useSession();
  return phase === 'SIGNED_OUT' ? <SignIn /> : <Outlet />;
}
