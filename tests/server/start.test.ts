import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { banner } from '../../server/cli/banner.ts';
import { databaseProblem } from '../../server/cli/database-address.ts';
import { readEnvironment } from '../../server/cli/environment.ts';
import { reachOf } from '../../server/cli/reach.ts';
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
      BASE_PATH: '/',
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
      ORIGINS: 'https://a.example/, HTTP://B:80',
      BASE_PATH: 'games/hyperward',
      SPEED: '4',
      DATABASE_URL: 'postgresql://root@127.0.0.1/class',
      DATA_DIR: '/var/lib/hyperward',
    };
    expect(readEnvironment(env)).toEqual({
      PORT: 0,
      HOST: '::',
      LOG_LEVEL: 'debug',
      ORIGINS: ['https://a.example', 'http://b'],
      BASE_PATH: '/games/hyperward/',
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
    'play.example',
    'https://a.example, b.example',
    'https://a.example/class',
    'ws://a.b',
  ])('say what an origin is when they are given %s', (origins) => {
    const wrong = origins.split(', ').at(-1);
    expect(readEnvironment({ ORIGINS: origins })).toEqual({
      problem: `ORIGINS must be a scheme and a host each, such as https://play.example, not '${wrong}'.`,
    });
  });

  test.each([
    { PORT: '-1' },
    { PORT: '65536' },
    { PORT: '1.5' },
    { LOG_LEVEL: 'loud' },
    { SPEED: '9' },
    { BASE_PATH: '/../x' },
    { BASE_PATH: 'http://a.example/x' },
    { BASE_PATH: '/a b/' },
    { DATABASE_URL: 'class.db' },
    { DATABASE_URL: 'mysql://127.0.0.1/class' },
  ])('are refused when they make no sense: %o', (env) => {
    expect(readEnvironment(env)).toEqual({ problem: expect.any(String) });
  });
});

describe('where a server is found', () => {
  const info = { netmask: '', mac: '', cidr: null };
  const four = (address: string) => ({
    ...info,
    address,
    family: 'IPv4' as const,
    internal: address.startsWith('127.'),
  });
  const six = (address: string) => ({
    ...info,
    address,
    family: 'IPv6' as const,
    internal: address === '::1',
    scopeid: 0,
  });
  const interfaces = {
    lo: [four('127.0.0.1'), six('::1')],
    docker0: [four('172.17.0.1'), six('fd00::1')],
    'br-5f2a': [four('172.18.0.1')],
    en0: [six('2001:db8::7'), four('192.168.0.7'), six('fe80::1'), four('169.254.3.4')],
  };
  const here = 'http://localhost:8080';

  test.each([
    ['0.0.0.0', { here, others: ['http://192.168.0.7:8080'] }],
    ['::', { here, others: ['http://192.168.0.7:8080', 'http://[2001:db8::7]:8080'] }],
    ['127.0.0.1', { here, others: [] }],
    ['::1', { here: 'http://[::1]:8080', others: [] }],
    // It does not listen at localhost then.
    ['10.1.2.3', { here: 'http://10.1.2.3:8080', others: ['http://10.1.2.3:8080'] }],
    ['2001:db8::7', { here: 'http://[2001:db8::7]:8080', others: ['http://[2001:db8::7]:8080'] }],
  ])('that listens at %s', (host, reach) => {
    expect(reachOf(host, 8080, interfaces, false)).toEqual(reach);
  });

  test('in a container nobody finds it by the addresses that it has there', () => {
    expect(reachOf('0.0.0.0', 8080, interfaces, true)).toEqual({ here, others: [] });
  });

  test('is printed in line, in both languages', () => {
    const reach = reachOf('0.0.0.0', 8080, interfaces, false);
    expect(banner(reach, '/', false)).toBe(`
  Hyperward
  이 컴퓨터에서 · On this computer  http://localhost:8080
  교실에서 · For the class          http://192.168.0.7:8080
  끝내기 · To stop                  Ctrl+C

`);
  });

  test('is printed with the path that it lies under, and with what a container takes', () => {
    const reach = reachOf('0.0.0.0', 8080, interfaces, true);
    const printed = banner(reach, '/hyperward/', true);
    expect(printed).toContain('http://localhost:8080/hyperward/\n');
    expect(printed).toMatch(/In a container: .*published port/);
    expect(printed).toMatch(/컨테이너 안입니다/);
  });
});

describe('the address of a database', () => {
  test.each([
    ['postgres://u:Zq7#ss@db.example/class', ['# as %23']],
    ['postgres://u:Zq7/ss@db.example/class', ['/ as %2F']],
    ['postgres://u:12/Zq7@db.example/class', ['/ as %2F']],
    ['postgresql://u:Zq7?b[c]d@db.example:5432/class', ['? as %3F', '[ as %5B', '] as %5D']],
    ['postgres://u:Zq7 b@db.example/class', ['a space as %20']],
    ['postgres://u:Zq7%@db.example/class', ['% as %25']],
    ['postgres://u:Zq7@db.example:port/class', ['host or port']],
    ['db.example/class', ['begins with postgres://']],
  ])('%s is told what is wrong with it, and nothing of its password', (text, told) => {
    const problem = databaseProblem(text) ?? '';
    expect(problem).toMatch(/^DATABASE_URL.*\.$/);
    for (const part of told) expect(problem).toContain(part);
    expect(problem).not.toContain('Zq7');
  });

  test.each([
    'postgres://u:p%23a%2Fss@db.example/class',
    'postgres://u:p@ss@db.example/class',
    'postgres://db.example/class?options=a@b',
    'POSTGRES://u@[::1]:5432/class',
  ])('%s is taken', (text) => {
    expect(databaseProblem(text)).toBeNull();
    expect(readEnvironment({ DATABASE_URL: ` ${text} ` })).toMatchObject({ DATABASE_URL: text });
  });
});
