import { relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import preact from '@preact/preset-vite';
import toRem from 'postcss-pxtorem';
import { defineConfig, type Plugin } from 'vite';
import { traits } from './shared/commands/traits.ts';
import { watching } from './shared/mechanics/sensors/watching.ts';
import { catalogue } from './shared/text/catalogue.ts';
import { peaceful, scenarios } from './shared/text/scenarios.ts';

/** Modules that are plain data, worked out from records: a page is given the data alone. */
const WORKED_OUT: Readonly<Record<string, Readonly<Record<string, object>>>> = {
  'shared/commands/traits.ts': { traits },
  'shared/mechanics/sensors/watching.ts': { watching },
  'shared/text/catalogue.ts': { catalogue },
  'shared/text/scenarios.ts': { scenarios, peaceful },
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

/** Where records lie that hold words of their own. */
const RECORDS =
  /^shared\/(?:attacks|commands|course\/scenarios|mechanics\/sensors|protocol\/modes|world\/flaws)\//;

/** What of a record is words: the catalogue has them, and its pages are given that. */
const WORDS: ReadonlySet<string> = new Set(['words', 'says']);

interface Node {
  readonly type: string;
  readonly start: number;
  readonly end: number;
}

interface Property extends Node {
  readonly key: { readonly name?: string };
  readonly value: Node;
}

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && 'type' in value;

/** The texts of records in a file: objects that a property called `words` or `says` is given. */
function textsIn(node: Node): Node[] {
  if (node.type === 'Property') {
    const { key, value } = node as Property;
    if (WORDS.has(key.name ?? '') && value.type === 'ObjectExpression') return [value];
  }
  return Object.values(node).flatMap((part: unknown) =>
    [part].flat().flatMap((one) => (isNode(one) ? textsIn(one) : [])),
  );
}

/** Words come with the catalogue: without this, whoever loads a record would load them once more. */
function wordsStayApart(): Plugin {
  return {
    name: 'words-stay-apart',
    apply: 'build',
    enforce: 'post',
    transform(code, id) {
      if (!RECORDS.test(relative(import.meta.dirname, id).replaceAll('\\', '/'))) return null;
      return textsIn(this.parse(code) as Node)
        .sort((a, b) => b.start - a.start)
        .reduce((rest, { start, end }) => `${rest.slice(0, start)}{}${rest.slice(end)}`, code);
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

/**
 * Styles are written in the pixels of the design, and leave as shares of the root's type: whoever asks
 * the browser for larger type gets larger panels with it, and so does a screen of twice the size. What
 * asks about the screen is turned as well, so that twice the type is met by the layout of half the
 * screen. Hairlines stay hairlines; a drawing inside an SVG has units of its own.
 */
const scalable = toRem({
  propList: ['*'],
  mediaQuery: true,
  minPixelValue: 3,
  selectorBlackList: [/^\.(?:building|duty-chart|red-lines) /],
});

export default defineConfig({
  root: 'client',
  // The server says in `<base>` what the game lies under, so nothing names a place from the root.
  base: './',
  css: { postcss: { plugins: [scalable] } },
  // prerender off: it would pull in a server renderer that nothing here uses.
  plugins: [
    preact({ prerender: { enabled: false } }),
    dataIsWorkedOut(),
    wordsStayApart(),
    phaserStaysApart(),
    firstPageStaysSmall(),
  ],
  define: { global: 'globalThis' },
  worker: { format: 'es', plugins: () => [wordsStayApart()] },
  build: {
    outDir: '../dist/client',
    emptyOutDir: true,
    target: 'es2022',
    // For those, the two colours of a theme become what they know.
    cssTarget: ['chrome111', 'edge111', 'firefox114', 'safari16.4'],
    // The content security policy allows neither inline scripts nor data: fonts.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1600,
  },
});
