import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { get } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, onTestFinished, test } from 'vitest';
import { SOCKET_PATH, WIRE_VERSION } from '../../shared/protocol/limits.ts';
import { DeskClient } from './support/desk.ts';
import { startMatch } from './support/match.ts';
import { openServer } from './support/test-server.ts';

const PAGE = '<!doctype html><base href="/"><title>Hyperward</title>';

/** A built client of three files. */
function clientFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'hyperward-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), PAGE);
  writeFileSync(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  writeFileSync(join(folder, 'assets/main-Ab12_-xY.js'), `// ${'x'.repeat(4000)}`);
  return folder;
}

const openSite = () => openServer({}, { clientDir: clientFolder() });

describe('the pages', () => {
  test.each(['/', '/j/ABC234', '/solo', '/host', '/s/ABC234/debrief', '/codex?lang=ko'])(
    'has the one page at %s, never from a cache without asking',
    async (path) => {
      const server = await openSite();
      const answer = await fetch(server.url + path);
      expect(answer.status).toBe(200);
      expect(answer.headers.get('content-type')).toMatch('text/html');
      expect(answer.headers.get('cache-control')).toBe('no-cache');
      expect(await answer.text()).toBe(PAGE);
    },
  );

  test('keeps what has a hash in its name for a year, and squeezes it', async () => {
    const server = await openSite();
    const answer = await fetch(`${server.url}/assets/main-Ab12_-xY.js`);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-encoding')).toMatch(/gzip|br/);
    const icon = await fetch(`${server.url}/favicon.svg`);
    expect(icon.headers.get('cache-control')).toBe('no-cache');
  });

  test.each([
    '/assets/gone-12345678.js',
    '/robots.txt',
    '/api/nothing',
    '/assets',
    '/../package.json',
    '/%2e%2e/%2e%2e/package.json',
  ])('has nothing at %s', async (path) => {
    const server = await openSite();
    expect((await fetch(server.url + path)).status).toBe(404);
  });

  test('takes no harm from a path that cannot be read', async () => {
    const server = await openSite();
    for (const path of ['/%E0%A4%A', '/assets/%E0%A4%A', '/%00', '/j/%2f..%2f..']) {
      expect((await fetch(server.url + path)).status).toBeLessThan(500);
    }
    expect(server.log.errors).toEqual([]);
  });

  test('are served though the project lies in a folder with a dot', async () => {
    const hidden = join(clientFolder(), '.hyperward');
    mkdirSync(hidden);
    writeFileSync(join(hidden, 'index.html'), PAGE);
    writeFileSync(join(hidden, 'mark.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
    const server = await openServer({}, { clientDir: hidden });
    for (const path of ['/', '/j/ABC234', '/mark.svg']) {
      expect((await fetch(server.url + path)).status, path).toBe(200);
    }
  });

  test('says so when they are not built', async () => {
    const server = await openServer();
    const answer = await fetch(server.url);
    expect(answer.status).toBe(503);
    expect(await answer.text()).toMatch('npm run build');
  });
});

describe('below a path of its own', () => {
  const base = '/games/hyperward/';

  // A proxy passes the path on, or takes it away.
  test.each([base, '/'])('everything is found at %s', async (root) => {
    const server = await openServer({}, { clientDir: clientFolder(), base });
    const at = (path: string) => fetch(`${server.url}${root}${path}`);
    const page = await at('j/ABC234?t=a1');
    expect(await page.text()).toContain(`<base href="${base}">`);
    expect((await at('assets/main-Ab12_-xY.js')).status).toBe(200);
    expect((await at('healthz')).status).toBe(200);
    expect(await (await at('api/classes/ABC234')).json()).toMatchObject({ ok: false });
    const line = await at(`${SOCKET_PATH.slice(1)}/?EIO=4&transport=polling`);
    expect(await line.text()).toContain('"sid"');
    expect((await at('rt/0/')).status).toBe(426);
    expect(await upgrade(server.port, `${root}rt/0/`)).toMatch('426 Upgrade Required');
  });

  test('is its first page with and without the last stroke', async () => {
    const server = await openServer({}, { clientDir: clientFolder(), base });
    for (const path of ['/games/hyperward', '/games/hyperward?lang=ko', '/games/hyperwardens']) {
      const answer = await fetch(server.url + path);
      expect(await answer.text()).toContain(base);
    }
  });
});

describe('what a page asks before it comes in', () => {
  test('is whether there is a class of a code, however it is typed', async () => {
    const server = await openSite();
    const desk = new DeskClient(server.url);
    await desk.create();
    const ask = async (code: string): Promise<unknown> => {
      const answer = await fetch(`${server.url}/api/classes/${encodeURIComponent(code)}`);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      return answer.json();
    };
    const found = { ok: true, value: { code: desk.code } };
    expect(await ask(desk.code)).toEqual(found);
    expect(await ask(` ${desk.code.toLowerCase()} `)).toEqual(found);
    const unknown = { ok: false, refusal: { code: 'session.unknown', facts: {} } };
    for (const code of ['222222', 'x', '../..', 'ㅏ']) expect(await ask(code)).toEqual(unknown);
    await desk.act({ kind: 'close' });
    expect(await ask(desk.code)).toEqual(unknown);
  });

  test('is where others find this server, and only its own machine is told', async () => {
    const addresses = () => ['http://192.168.0.7:8080'];
    const server = await openServer({}, { clientDir: clientFolder(), addresses });
    const own = await fetch(`${server.url}/api/addresses`);
    expect(await own.json()).toEqual(['http://192.168.0.7:8080']);
    const asked = await requestAs('class.example', `${server.url}/api/addresses`);
    expect(JSON.parse(asked)).toEqual([]);
  });
});

/** What is answered to a request that names another host than the one it is sent to. */
function requestAs(host: string, url: string): Promise<string> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { host } }, (answer) => text(answer).then(resolve, reject)).on(
      'error',
      reject,
    );
  });
}

describe('the headers', () => {
  test('let a page run its own scripts and no others, and ask for nothing that needs https', async () => {
    const server = await openSite();
    const { headers } = await fetch(server.url);
    const policy = headers.get('content-security-policy') ?? '';
    const rules = Object.fromEntries(
      policy.split(';').map((rule) => {
        const [name = '', ...sources] = rule.trim().split(' ');
        return [name, sources.join(' ')];
      }),
    );
    expect(rules).toMatchObject({
      'default-src': "'self'",
      'script-src': "'self'",
      'style-src': "'self'",
      'worker-src': "'self'",
      'connect-src': "'self' ws: wss:",
      'img-src': "'self' data: blob:",
      'object-src': "'none'",
      'base-uri': "'self'",
    });
    expect(policy).not.toMatch(/unsafe|upgrade-insecure-requests/);
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('x-powered-by')).toBeNull();
  });
});

describe('for whoever watches the server', () => {
  test('the health page tells how much is going on', async () => {
    const server = await openSite();
    await startMatch(server);
    server.app.beatLate(12.4);
    server.clock.ms += 90_000;
    const answer = await fetch(`${server.url}/healthz`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(await answer.json()).toEqual({
      ok: true,
      version: '1.2.3',
      sessions: 1,
      matches: 1,
      beatLagMs: 12,
      uptime: expect.any(Number),
    });
  });

  test('the metrics count messages by what became of them, and name nobody', async () => {
    const server = await openSite();
    const { hong } = await startMatch(server);
    await hong.say('match:cheat', {});
    const text = await (await fetch(`${server.url}/metrics`)).text();
    expect(text).toMatch('hyperward_sessions 1');
    // Two players and the instructor's desk.
    expect(text).toMatch('hyperward_sockets 3');
    expect(text).toMatch('hyperward_messages_total{event="session:join",outcome="ok"} 2');
    expect(text).toMatch(
      'hyperward_messages_total{event="unknown",outcome="protocol.malformed"} 1',
    );
    expect(text).toMatch(/hyperward_ticks_total [1-9]/);
    for (const secret of ['홍길동', hong.token, hong.code, 'cheat']) {
      expect(text).not.toContain(secret);
    }
  });

  test('the metrics tell how its process does, once for all servers in it, and not which Node it is', async () => {
    const servers = [await openSite(), await openSite()];
    for (const { url } of servers) {
      const text = await (await fetch(`${url}/metrics`)).text();
      expect(text).toMatch(/^process_resident_memory_bytes [1-9]/m);
      expect(text).toMatch(/^process_cpu_seconds_total [\d.]/m);
      expect(text).toMatch(/^nodejs_eventloop_lag_p99_seconds [\d.]/m);
      expect(text).toMatch(/^# TYPE nodejs_gc_duration_seconds histogram$/m);
      expect(text).not.toContain(process.version);
    }
  });
});

describe('a page of another version', () => {
  const old = { ok: false, refusal: { code: 'protocol.old-version', facts: {} } };

  test.each([
    '/rt/0/?EIO=4&transport=polling',
    '/rt/1/',
    `/rt/${WIRE_VERSION + 1}/`,
    '/rt/',
    '/rt',
    '/rt/1x/',
  ])('is told to reload when it polls at %s', async (path) => {
    const server = await openSite();
    const answer = await fetch(server.url + path);
    expect(answer.status).toBe(426);
    expect(await answer.json()).toEqual(old);
  });

  test.each([
    ['/rt/0/?EIO=4&transport=websocket', '426 Upgrade Required', old],
    ['/elsewhere', '404 Not Found', {}],
  ])('is told as much when it asks for a websocket at %s', async (path, status, body) => {
    const server = await openSite();
    const answer = await upgrade(server.port, path);
    expect(answer).toMatch(`HTTP/1.1 ${status}`);
    expect(JSON.parse(answer.slice(answer.indexOf('\r\n\r\n')))).toEqual(body);
  });
});

/** Everything a server has to say to a request for a websocket. */
function upgrade(port: number, path: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1');
    let text = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      text += chunk;
    });
    socket.on('error', reject);
    socket.on('end', () => resolve(text));
    socket.write(
      [
        `GET ${path} HTTP/1.1`,
        `Host: 127.0.0.1:${port}`,
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
        '\r\n',
      ].join('\r\n'),
    );
  });
}
