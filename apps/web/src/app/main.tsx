import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { Notifications } from '@mantine/notifications';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { config } from 'zod';
import '../i18n/i18n';
import { LiveRegion } from '../ui/live-region';
import { queryClient } from './query-client';
import { router } from './router';
import './styles.css';
import { cssVariables, theme } from './theme';

// The content security policy forbids making code at run time, which zod would otherwise try.
config({ jitless: true });

const colorSchemeManager = localStorageColorSchemeManager({ key: 'accord-colour-scheme' });
const root = document.getElementById('root');
if (!root) throw new Error('index.html has no #root.');

createRoot(root).render(
  <StrictMode>
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      colorSchemeManager={colorSchemeManager}
      defaultColorScheme="auto"
    >
      <QueryClientProvider client={queryClient}>
        <Notifications position="bottom-right" limit={3} />
        <LiveRegion />
        <RouterProvider router={router} />
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
