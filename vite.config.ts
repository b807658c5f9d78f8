import { relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import preact from '@preact/preset-vite';
import { defineConfig, type Plugin } from 'vite';
import { traits } from './shared/commands/traits.ts';
import { watching } from './shared/mechanics/sensors/watching.ts';
import { catalogue } from './shared/text/catalogue.ts';
import { scenarios } from './shared/text/scenarios.ts';

/** Modules that are plain data, worked out from records: a page is given the data alone. */
const WORKED_OUT: Readonly<Record<string, Readonly<Record<string, object>>>> = {
  'shared/commands/traits.ts': { traits },
  'shared/mechanics/sensors/watching.ts': { watching },
  'shared/text/catalogue.ts': { catalogue },
  'shared/text/scenarios.ts': { scenarios },
};

/** Without it every page would load the whole of the game's core for its words. */
function dataIsWorkedOut(): Plugin {
  return {
    name: 'data-is-worked-out',
    load(id) {
      const path = relative(import.meta.dirname, id).replaceAll('\\', '/');
      const data = WORKED_OUT[path];
      if (data === undefined) return null;
      return Object.entries(data)
        .map(([name, value]) => `export const ${name} = ${JSON.stringify(value)};`)
        .join('\n');
    },
  };
}

/** Phaser is most of the download, and the landing page never needs it: fail rather than ship it there. */
function phaserStaysApart(): Plugin {
  return {
    name: 'phaser-stays-apart',
    apply: 'build',
    generateBundle(_options, bundle) {
      const reached = new Set<string>();
      const visit = (fileName: string): void => {
        const chunk = bundle[fileName];
        if (reached.has(fileName) || chunk?.type !== 'chunk') return;
        reached.add(fileName);
        if (chunk.moduleIds.some((id) => id.includes('/node_modules/phaser/'))) {
          this.error(`${fileName} is loaded at once and holds Phaser: use import('phaser')`);
        }
        chunk.imports.forEach(visit);
      };
      for (const output of Object.values(bundle)) {
        if (output.type === 'chunk' && output.isEntry) visit(output.fileName);
      }
    },
  };
}

/** Compressed bytes of script that the first page loads at once. Source: the design's `experience.md`. */
const FIRST_PAGE_BYTES = 60_000;

/** A class opens the first page on sixty machines over one line: fail rather than let it grow. */
function firstPageStaysSmall(): Plugin {
  return {
    name: 'first-page-stays-small',
    apply: 'build',
    generateBundle(_options, bundle) {
      const reached = new Set<string>();
      let bytes = 0;
      const visit = (fileName: string): void => {
        const chunk = bundle[fileName];
        if (reached.has(fileName) || chunk?.type !== 'chunk') return;
        reached.add(fileName);
        bytes += gzipSync(chunk.code).byteLength;
        chunk.imports.forEach(visit);
      };
      for (const output of Object.values(bundle)) {
        if (output.type === 'chunk' && output.isEntry) visit(output.fileName);
      }
      if (bytes > FIRST_PAGE_BYTES) {
        this.error(`the first page loads ${bytes} bytes of script, of ${FIRST_PAGE_BYTES}`);
      }
    },
  };
}

export default defineConfig({
  root: 'client',
  // prerender off: it would pull in a server renderer that nothing here uses.
  plugins: [
    preact({ prerender: { enabled: false } }),
    dataIsWorkedOut(),
    phaserStaysApart(),
    firstPageStaysSmall(),
  ],
  define: { global: 'globalThis' },
  worker: { format: 'es' },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    // The content security policy allows neither inline scripts nor data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1600,
  },
});
