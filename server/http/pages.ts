import { readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';
import express, { type RequestHandler, type Router } from 'express';

const YEAR_MS = 31_536_000_000;

/** Vite puts a hash of the content into these names, so what is under one never changes. */
const HASHED = /^\/assets\/.+-[\w-]{8,}\.\w+$/;

/** Addresses that are never a page, even when nothing is there. */
const NOT_PAGES = /^\/(?:rt|api|healthz|metrics|assets)(?:\/|$)/;

/** The built pages. Every address without a file's ending is the one page, which routes itself. */
export function pages(clientDir: string, base: string): Router {
  const router = express.Router();
  router.use(
    express.static(clientDir, {
      index: false,
      redirect: false,
      setHeaders(response, path) {
        const name = path.slice(clientDir.length).replaceAll('\\', '/');
        response.set(
          'Cache-Control',
          HASHED.test(name) ? `public, max-age=${YEAR_MS / 1000}, immutable` : 'no-cache',
        );
      },
    }),
  );
  router.use(page(join(clientDir, 'index.html'), base));
  return router;
}

/** What every address within the page counts from; the page is built for the root. */
const BASE = '<base href="/"';

function page(file: string, base: string): RequestHandler {
  return async (request, response, next) => {
    const isPage = extname(request.path) === '' && !NOT_PAGES.test(request.path);
    if ((request.method !== 'GET' && request.method !== 'HEAD') || !isPage) return next();
    const built = await readFile(file, 'utf8').catch(() => null);
    if (built === null) {
      response.status(503).type('text').send('The pages are not built yet: npm run build\n');
      return;
    }
    const html = built.replace(BASE, `<base href="${base}"`);
    response.set('Cache-Control', 'no-cache').type('html').send(html);
  };
}
