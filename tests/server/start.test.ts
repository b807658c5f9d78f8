import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { banner, lanAddresses } from '../../server/cli/banner.ts';
import { readEnvironment } from '../../server/cli/environment.ts';
import { DeskClient } from './support/desk.ts';
import { Player } from './support/player.ts';

const ROOT = resolve(import.meta.dirname, '../..');

function start(env: Record<string, string>) {
  const data = mkdtempSync(join(tmpdir(), 'hyperward-start-'));
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/cli/start.ts'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, DATA_DIR: data, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  onTestFinished(() => {
    child.kill('SIGKILL');
    rmSync(data, { recursive: true, force: true });
  });
  return child;
}

describe('the server as a process', () => {
  test('prints where it is, is played with, and ends within a second when told to', async () => {
    const child = start({ PORT: '0', HOST: '127.0.0.1' });
    let printed = '';
    child.stdout.setEncoding('utf8');
    for await (const chunk of child.stdout) {
      printed += chunk;
      if (/Ctrl\+C/.test(printed)) break;
    }
    const url = /http:\/\/localhost:\d+/.exec(printed)?.[0] ?? '';
    const address = url.replace('localhost', '127.0.0.1');
    const desk = new DeskClient(address);
    await desk.create();
    const player = new Player(address);
    await player.join(desk.code, '홍길동');
    await desk.start();
    await player.when(() => player.view !== null);
    const asked = performance.now();
    child.kill('SIGTERM');
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
    expect(performance.now() - asked).toBeLessThan(1000);
    await player.whenHeard('disconnect');
  });

  test('says in one sentence what is wrong with its settings', async () => {
    const child = start({ PORT: 'eighty' });
    let printed = '';
    child.stderr.setEncoding('utf8').on('data', (chunk: string) => {
      printed += chunk;
    });
    const [code] = await once(child, 'close');
    expect(code).toBe(1);
    expect(printed).toBe("PORT must be a whole number from 0 to 65535, not 'eighty'.\n");
  });
});

describe('the settings', () => {
  test('have defaults for all', () => {
    const defaults = {
      PORT: 8080,
      HOST: '0.0.0.0',
      LOG_LEVEL: 'warn',
      ORIGINS: [],
      SPEED: 1,
      DATABASE_URL: null,
      DATA_DIR: resolve('data'),
    };
    expect(readEnvironment({})).toEqual(defaults);
    expect(readEnvironment({ PORT: '', HOST: '', DATABASE_URL: '' })).toEqual(defaults);
  });

  test('are taken as they are given', () => {
    const env = {
      PORT: '0',
      HOST: '::',
      LOG_LEVEL: 'debug',
      ORIGINS: 'https://a.example/, http://b',
      SPEED: '4',
      DATABASE_URL: 'postgresql://root@127.0.0.1/class',
      DATA_DIR: '/var/lib/hyperward',
    };
    expect(readEnvironment(env)).toEqual({
      PORT: 0,
      HOST: '::',
      LOG_LEVEL: 'debug',
      ORIGINS: ['https://a.example', 'http://b'],
      SPEED: 4,
      DATABASE_URL: 'postgresql://root@127.0.0.1/class',
      DATA_DIR: '/var/lib/hyperward',
    });
  });

  test('never show a password that may be in an address', () => {
    const refused = readEnvironment({ DATABASE_URL: 'mysql://root:secret@127.0.0.1/class' });
    expect(refused).toEqual({ problem: expect.stringContaining('DATABASE_URL') });
    expect(JSON.stringify(refused)).not.toContain('secret');
  });

  test.each([
    { PORT: '-1' },
    { PORT: '65536' },
    { PORT: '1.5' },
    { LOG_LEVEL: 'loud' },
    { SPEED: '9' },
    { DATABASE_URL: 'class.db' },
    { DATABASE_URL: 'mysql://127.0.0.1/class' },
  ])('are refused when they make no sense: %o', (env) => {
    expect(readEnvironment(env)).toEqual({ problem: expect.any(String) });
  });
});

describe('the banner', () => {
  const info = { netmask: '', mac: '', cidr: null };

  test('shows the addresses a class can reach, in line, in both languages', () => {
    const lan = lanAddresses({
      lo: [{ ...info, address: '127.0.0.1', family: 'IPv4', internal: true }],
      en0: [
        { ...info, address: '192.168.0.7', family: 'IPv4', internal: false },
        { ...info, address: 'fe80::1', family: 'IPv6', internal: false, scopeid: 1 },
        { ...info, address: '169.254.3.4', family: 'IPv4', internal: false },
      ],
    });
    expect(lan).toEqual(['192.168.0.7']);
    expect(banner(8080, lan)).toBe(`
  Hyperward
  이 컴퓨터에서 · On this computer  http://localhost:8080
  교실에서 · For the class          http://192.168.0.7:8080
  끝내기 · To stop                  Ctrl+C

`);
  });
});
