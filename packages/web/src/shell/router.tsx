import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
} from '@tanstack/react-router';
import { CheckPage } from '../check/CheckPage.tsx';
import {
  backlogAddress,
  changesAddress,
  classesAddress,
  draftAddress,
  gapsAddress,
} from '../law/addresses.ts';
import { InstrumentPage } from '../law/InstrumentPage.tsx';
import { LawPage } from '../law/LawPage.tsx';
import { ScreenPage } from '../screening/ScreenPage.tsx';
import {
  checkAddress,
  deskAddress,
  instrumentAddress,
  lawAddress,
  readAddress,
  screenAddress,
  writeAddress,
} from './address.ts';
import { NotFound } from './NotFound.tsx';
import { Shell } from './Shell.tsx';
import { today } from './today.ts';

const root = createRootRoute({ component: Shell, notFoundComponent: NotFound, validateSearch: deskAddress });

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: ({ search }) => {
    redirect({ to: '/check', search, replace: true, throw: true });
  },
});

const check = createRoute({
  getParentRoute: () => root,
  path: '/check',
  validateSearch: checkAddress,
  component: CheckPage,
  // An answer is an answer for a day: the address of one always names it, so that a link shows the same tomorrow.
  beforeLoad: ({ search }) => {
    if (search.q !== undefined && search.on === undefined) {
      redirect({ to: '/check', search: { ...search, on: today() }, replace: true, throw: true });
    }
  },
});

const screen = createRoute({
  getParentRoute: () => root,
  path: '/screen',
  validateSearch: screenAddress,
  component: ScreenPage,
});

const law = createRoute({
  getParentRoute: () => root,
  path: '/law',
  validateSearch: lawAddress,
  component: LawPage,
});

const instrument = createRoute({
  getParentRoute: () => root,
  path: '/law/$instrument',
  validateSearch: instrumentAddress,
  component: InstrumentPage,
});

const gaps = createRoute({
  getParentRoute: () => root,
  path: '/law/gaps',
  validateSearch: gapsAddress,
  component: lazyRouteComponent(() => import('../law/gaps/GapsPage.tsx'), 'GapsPage'),
});

const changes = createRoute({
  getParentRoute: () => root,
  path: '/law/changes',
  validateSearch: changesAddress,
  component: lazyRouteComponent(() => import('../law/changes/ChangesPage.tsx'), 'ChangesPage'),
});

const classes = createRoute({
  getParentRoute: () => root,
  path: '/law/classes',
  validateSearch: classesAddress,
  component: lazyRouteComponent(() => import('../law/classes/ClassesPage.tsx'), 'ClassesPage'),
});

const classRule = createRoute({
  getParentRoute: () => root,
  path: '/law/classes/$rule',
  component: lazyRouteComponent(() => import('../law/classes/ClassPage.tsx'), 'ClassPage'),
});

const backlog = createRoute({
  getParentRoute: () => root,
  path: '/law/backlog',
  validateSearch: backlogAddress,
  component: lazyRouteComponent(() => import('../law/backlog/BacklogPage.tsx'), 'BacklogPage'),
});

const draft = createRoute({
  getParentRoute: () => root,
  path: '/law/draft',
  validateSearch: draftAddress,
  component: lazyRouteComponent(() => import('../law/draft/DraftPage.tsx'), 'DraftPage'),
});

const LAW_VIEWS = [gaps, changes, classes, classRule, backlog, draft] as const;

/** Addresses stand behind the `#`: what is asked is never part of a request, not even when the page is loaded anew. */
export const router = createRouter({
  routeTree: root.addChildren([start, check, screen, law, ...LAW_VIEWS, instrument]),
  history: createHashHistory(),
  parseSearch: readAddress,
  stringifySearch: writeAddress,
  scrollRestoration: true,
  defaultStructuralSharing: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
