import { expect, test } from 'vitest';
import { joinAddress } from '../../../../client/state/page/join-address.ts';

const at = (url: string) => new URL(url);
const LAN = 'http://192.168.0.7:8080';

test.each([
  'http://192.168.0.7:8080',
  'https://play.example',
  'http://127.example',
  'http://[2001:db8::7]',
])('others find %s as it is', async (origin) => {
  const address = await joinAddress(at(origin), () => Promise.reject(new Error('not asked')));
  expect(address).toEqual({ origin, onlyHere: false });
});

test.each(['http://localhost:8080', 'http://127.0.0.1:8080', 'http://[::1]:8080'])(
  'instead of %s they are given what the server is known by on the network',
  async (origin) => {
    expect(await joinAddress(at(origin), async () => [LAN, 'http://10.0.0.7'])).toEqual({
      origin: LAN,
      onlyHere: false,
    });
  },
);

test('where the server is known by nothing else, or does not say, that is told', async () => {
  const origin = 'http://localhost:8080';
  const told = { origin, onlyHere: true };
  expect(await joinAddress(at(origin), async () => [])).toEqual(told);
  expect(await joinAddress(at(origin), async () => '<!doctype html>')).toEqual(told);
  expect(await joinAddress(at(origin), () => Promise.reject(new Error('offline')))).toEqual(told);
});
