import '@fontsource-variable/noto-sans-sc/wght.css';
import '@fontsource-variable/source-sans-3/wght.css';
import '@fontsource/jetbrains-mono/latin-400.css';
import './design/tokens.css';
import './design/type.css';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { startLanguages } from './i18n/start.ts';
import { readAddress } from './shell/address.ts';
import { router } from './shell/router.tsx';

bringHome();
startLanguages(readAddress(location.hash.split('?')[1] ?? '')['lang']);

const place = document.querySelector('#desk');
if (place === null) throw new Error('The page has no place for the desk.');
createRoot(place).render(
  <StrictMode>
    <QueryClientProvider client={new QueryClient()}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  </StrictMode>,
);

/** `/law` and `/check?q=...` as a person may type them: the same page behind the `#`, where questions belong. */
function bringHome(): void {
  const { pathname, search, hash } = location;
  if (pathname !== '/' && hash === '') history.replaceState(null, '', `/#${pathname}${search}`);
}
