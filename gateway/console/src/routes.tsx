import { createHashRouter } from 'react-router';
import { NotThere } from './shell/NotThere';
import { Shell } from './shell/Shell';
import { SignedIn } from './shell/SignedIn';

/**
 * Places after the `#`, so that the page needs no word from the server about where a proxy has put it, and so that no
 * place ever reaches a server's log. Each is loaded when somebody goes there.
 */
export function createRoutes() {
  return createHashRouter([
    {
      element: <Shell />,
      hydrateFallbackElement: <p role="status">…</p>,
      errorElement: <NotThere />,
      children: [
        {
          path: 'duty',
          lazy: () => import('./duty/DutyPage').then(({ DutyPage }) => ({ Component: DutyPage })),
        },
        {
          element: <SignedIn />,
          children: [
            {
              index: true,
              lazy: () => import('./shell/Start').then(({ Start }) => ({ Component: Start })),
            },
            {
              path: 'cases',
              lazy: () => import('./cases/CasesFrame').then((page) => ({ Component: page.CasesFrame })),
              children: [
                {
                  index: true,
                  lazy: () => import('./cases/CaseList').then((page) => ({ Component: page.CaseList })),
                },
                {
                  path: 'child',
                  lazy: () => import('./cases/ChildFrame').then((page) => ({ Component: page.ChildFrame })),
                  children: [
                    {
                      index: true,
                      lazy: () => import('./cases/CasePage').then((page) => ({ Component: page.CasePage })),
                    },
                    {
                      path: ':form',
                      lazy: () => import('./forms/FormPage').then((page) => ({ Component: page.FormPage })),
                    },
                  ],
                },
              ],
            },
            {
              path: 'concern',
              lazy: () =>
                import('./concern/ConcernPage').then(({ ConcernPage }) => ({ Component: ConcernPage })),
            },
            {
              path: 'statistics',
              lazy: () =>
                import('./statistics/StatisticsPage').then((page) => ({ Component: page.StatisticsPage })),
            },
            {
              path: 'requests',
              lazy: () =>
                import('./requests/RequestsPage').then((page) => ({ Component: page.RequestsPage })),
            },
            {
              path: 'emergencies',
              lazy: () =>
                import('./emergencies/EmergenciesPage').then((page) => ({ Component: page.EmergenciesPage })),
            },
            {
              path: 'log',
              lazy: () => import('./log/LogPage').then(({ LogPage }) => ({ Component: LogPage })),
            },
            { path: '*', element: <NotThere /> },
          ],
        },
      ],
    },
  ]);
}
