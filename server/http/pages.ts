import { extname, join } from 'node:path';
import express, { type RequestHandler, type Router } from 'express';

const YEAR_MS = 31_536_000_000;

/** Vite puts a hash of the content into these names, so what is under one never changes. */
const HASHED = /^\/assets\/.+-[\w-]{8,}\.\w+$/;

/** Addresses that are never a page, even when nothing is there. */
const NOT_PAGES = /^\/(?:rt|api|healthz|metrics|assets)(?:\/|$)/;

/** The built pages. Every address without a file's ending is the one page, which routes itself. */
export function pages(clientDir: string): Router {
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
  router.use(page(join(clientDir, 'index.html')));
  return router;
}

function page(file: string): RequestHandler {
  return (request, response, next) => {
    const isPage = extname(request.path) === '' && !NOT_PAGES.test(request.path);
    if ((request.method !== 'GET' && request.method !== 'HEAD') || !isPage) return next();
    response.set('Cache-Control', 'no-cache').sendFile(file, (error?: Error) => {
      if (error === undefined || response.headersSent) return;
      response.status(503).type('text').send('The pages are not built yet: npm run build\n');
    });
  };
}
