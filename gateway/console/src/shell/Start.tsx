import { Navigate } from 'react-router';
import { FoundPage } from '../found/FoundPage';
import { useAllowed } from './AllowedProvider';
import { isOpen, views } from './views';

/** The first place that the role has: who may not ask who a child is starts elsewhere. */
export function Start() {
  const allowed = useAllowed();
  const [first] = views.filter((view) => isOpen(view, allowed));
  return !first || first.path === '/' ? <FoundPage /> : <Navigate to={first.path} replace />;
}
