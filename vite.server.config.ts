import { defineConfig } from 'vite';

export default defineConfig({
  publicDir: false,
  ssr: { target: 'node', external: true },
  build: {
    ssr: true,
    outDir: 'dist/server',
    emptyOutDir: true,
    target: 'node20',
    sourcemap: true,
    rolldownOptions: {
      // Each thread is a file of its own beside start.js.
      input: {
        start: 'server/cli/start.ts',
        'debrief-worker': 'server/hosting/debrief-worker.ts',
        'store-thread': 'server/store/thread/store-thread.ts',
      },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
});
