// `npm run dev`: the page reloads through Vite, the server restarts through tsx, and the browser
// sees one address because Vite forwards what belongs to the server.
import { spawn } from 'node:child_process';
import { createServer as createProbe } from 'node:net';
import { createServer } from 'vite';

/** A port nobody uses, so that two checkouts can be developed side by side. */
async function freePort(): Promise<number> {
  const probe = createProbe();
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve));
  const address = probe.address();
  await new Promise((resolve) => probe.close(resolve));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

const backPort = await freePort();
const target = `http://127.0.0.1:${backPort}`;

const front = await createServer({
  configFile: 'vite.config.ts',
  server: {
    port: Number(process.env.PORT ?? 5173),
    ...(process.env.HOST === undefined ? {} : { host: process.env.HOST }),
    proxy: { '/rt/': { target, ws: true }, '/api/': { target }, '/healthz': { target } },
  },
});
await front.listen();
front.printUrls();

const back = spawn(
  process.execPath,
  ['node_modules/tsx/dist/cli.mjs', 'watch', '--clear-screen=false', 'server/cli/start.ts'],
  {
    stdio: ['inherit', 'pipe', 'inherit'],
    env: { ...process.env, PORT: String(backPort), HOST: '127.0.0.1' },
  },
);
// The server announces its own port, where no page is served: show the one to open instead.
back.stdout.setEncoding('utf8').on('data', (text: string) => {
  process.stdout.write(text.replaceAll(`:${backPort}`, `:${front.config.server.port}`));
});

async function stop(): Promise<void> {
  back.kill('SIGTERM');
  await front.close();
  process.exit();
}
process.once('SIGINT', stop);
process.once('SIGTERM', stop);
back.once('exit', stop);
