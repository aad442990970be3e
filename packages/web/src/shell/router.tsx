import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  redirect,
} from '@tanstack/react-router';
import { CheckPage } from '../check/CheckPage.tsx';
import { InstrumentPage } from '../law/InstrumentPage.tsx';
import { LawPage } from '../law/LawPage.tsx';
import {
  checkAddress,
  deskAddress,
  instrumentAddress,
  lawAddress,
  readAddress,
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

/** Addresses stand behind the `#`: what is asked is never part of a request, not even when the page is loaded anew. */
export const router = createRouter({
  routeTree: root.addChildren([start, check, law, instrument]),
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
