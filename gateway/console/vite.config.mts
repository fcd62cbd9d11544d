import { createHash } from 'node:crypto';
import { defineConfig, type Plugin } from 'vite';

// Whoever builds, tests among them: what is served is what is tested.
process.env['NODE_ENV'] = 'production';

export default defineConfig({
  root: import.meta.dirname,
  // Relative, so that the page works wherever a proxy puts the hub.
  base: './',
  build: {
    outDir: '../../dist/gateway/console',
    emptyOutDir: true,
    target: 'es2022',
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    rollupOptions: {
      input: { index: `${import.meta.dirname}/index.html`, sw: `${import.meta.dirname}/src/offline/sw.ts` },
      // A service worker's reach is the folder it lies in, and its name must stay.
      output: { entryFileNames: ({ name }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js') },
    },
  },
  plugins: [listFiles()],
});

/** Tells the service worker which files belong to this build. */
function listFiles(): Plugin {
  return {
    name: 'list-files',
    enforce: 'post',
    generateBundle(_, bundle) {
      const worker = bundle['sw.js'];
      if (worker?.type !== 'chunk') return;
      const files = Object.keys(bundle).filter((name) => /\.(js|css|svg)$/.test(name) && name !== 'sw.js');
      const list = JSON.stringify(['./', ...files.sort()]);
      const build = createHash('sha256').update(list).digest('hex').slice(0, 12);
      worker.code = worker.code.replace(/(['"`])__FILES__\1/, list).replace('__BUILD__', build);
    },
  };
}
