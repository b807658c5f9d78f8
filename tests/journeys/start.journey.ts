import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cp, mkdir, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, onTestFinished } from 'vitest';
import { z } from 'zod';
import { journey } from './support/journey.ts';
import { cleanEnv } from './support/server.ts';

const ROOT = resolve(import.meta.dirname, '../..');

const lockfile = z.object({
  packages: z.record(z.string(), z.object({ dev: z.boolean().optional() })),
});

/** A copy of what was built, with the packages that `npm ci --omit=dev` would leave there. */
async function installation(built: boolean): Promise<string> {
  // With a dot in its name: such a folder is served like any other.
  const folder = await mkdtemp(join(tmpdir(), '.hyperward-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  for (const path of ['package.json', 'server/cli/prepare.mjs', ...(built ? ['dist'] : [])]) {
    await cp(join(ROOT, path), join(folder, path), { recursive: true });
  }
  const lock: unknown = JSON.parse(await readFile(join(ROOT, 'package-lock.json'), 'utf8'));
  const kept = Object.entries(lockfile.parse(lock).packages)
    .filter(([path, { dev }]) => /^node_modules\/(?:@[^/]+\/)?[^/]+$/.test(path) && dev !== true)
    .map(([path]) => path);
  for (const path of kept) {
    await mkdir(join(folder, dirname(path)), { recursive: true });
    // Optional ones of another system are not there to be linked to.
    await symlink(join(ROOT, path), join(folder, path));
  }
  return folder;
}

function npmStart(folder: string): ChildProcessByStdio<null, Readable, Readable> {
  const child = spawn('npm', ['start', '--silent'], {
    cwd: folder,
    env: {
      ...cleanEnv(),
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: '0',
      DATA_DIR: join(folder, 'data'),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => void child.kill('SIGKILL'));
  return child;
}

journey('a server built elsewhere runs without the tools, and TERM to npm ends it', async () => {
  const folder = await installation(true);
  const child = npmStart(folder);
  const errors = text(child.stderr);
  let printed = '';
  for await (const chunk of child.stdout) {
    printed += chunk;
    if (/Ctrl\+C/.test(printed)) break;
  }
  const url = /http:\/\/localhost:\d+/.exec(printed)?.[0].replace('localhost', '127.0.0.1') ?? '';
  const page = await fetch(url);
  expect(page.status).toBe(200);
  expect(await page.text()).toContain('<base href="/"');
  child.kill('SIGTERM');
  await once(child, 'exit');
  // Whatever npm makes of it: the port is free again, so nothing lives on.
  const isUp = () =>
    fetch(url).then(
      () => true,
      () => false,
    );
  await expect.poll(isUp, { timeout: 5000 }).toBe(false);
  expect(await errors).toBe('');
});

journey('without the tools and with nothing built, npm start says what to do', async () => {
  const child = npmStart(await installation(false));
  const errors = text(child.stderr);
  const [code] = await once(child, 'exit');
  expect(code).toBe(1);
  expect(await errors).toContain('npm ci --include=dev && npm start');
});
