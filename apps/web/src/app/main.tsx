import './zod-config';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { lazy, StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import '../i18n/i18n';
import { LiveRegion } from '../ui/live-region';
import { warmFormats } from '../ui/warm-formats';
import { queryClient } from './query-client';
import { isAnswer } from './request-error';
import { router } from './router';
import './styles.css';
import { cssVariables, theme } from './theme';

// Not needed for the first paint; what is said before it is here waits in its store.
const Notifications = lazy(() =>
  import('@mantine/notifications').then((module) => ({ default: module.Notifications })),
);

const colorSchemeManager = localStorageColorSchemeManager({ key: 'accord-colour-scheme' });
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');

createRoot(root, {
  // "Not found" and "not open to you" are answers, not faults: each has its page.
  onCaughtError: (error) => isAnswer(error) || console.error(error),
}).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="auto"
    >
      <QueryClientProvider client={queryClient}>
        <Suspense>
          <Notifications position="bottom-right" limit={3} />
        </Suspense>
        <LiveRegion />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
warmFormats();
