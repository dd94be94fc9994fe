import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const api = `http://127.0.0.1:${process.env['PORT'] ?? 3000}`;

/** What every page needs, in chunks that change at different rates; the rest is split by route. */
const shellGroups = [
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 30 },
  {
    name: 'router',
    test: /node_modules[\\/]@tanstack[\\/](react-router|router-core|history|react-store|store|react-query|query-core)[\\/]/,
    priority: 20,
  },
  { name: 'charts', test: /node_modules[\\/](echarts|zrender)[\\/]/, priority: 20 },
];

export default defineConfig({
  plugins: [react()],
  resolve: { conditions: ['@accord/source', 'module', 'browser', 'development|production'] },
  // For the tests, which run outside a browser.
  ssr: { resolve: { conditions: ['@accord/source', 'module', 'node', 'development|production'] } },
  server: { host: '127.0.0.1', port: 5173, proxy: { '/graphql': api, '/uploads': api, '/health': api } },
  preview: { host: '127.0.0.1', proxy: { '/graphql': api, '/uploads': api, '/health': api } },
  build: {
    target: 'es2022',
    sourcemap: false,
    // Which file needs which: the test of sizes reads it.
    manifest: true,
    chunkSizeWarningLimit: 700,
    // No inlined data: URLs, because the content security policy allows none.
    assetsInlineLimit: 0,
    rolldownOptions: {
      output: { codeSplitting: { groups: shellGroups } },
      // Of what codegen makes, a chunk holds only what it names.
      treeshake: { moduleSideEffects: [{ test: /[\\/]src[\\/]generated[\\/]/, sideEffects: false }] },
    },
  },
  // Files share the modules of their worker, as those of the server's tests do: loading them was most of the time.
  test: { include: ['src/**/*.spec.{ts,tsx}'], environment: 'node', isolate: false },
});
