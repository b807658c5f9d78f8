import { expect, test } from 'vitest';
import {
  hintFor,
  type Learnt,
  learn,
  NOTHING_LEARNT,
} from '../../../../client/state/match/guide.ts';
import { rowsOf } from '../../../../shared/view/reading.ts';
import { matchAt } from '../../support/view-fixture.ts';

const request = () => {
  const { view } = matchAt(40);
  const row = rowsOf(view, 'requests').find(({ kind }) => kind === 'create');
  if (row === undefined) throw new Error('no request came');
  return { view, id: row.id };
};

test('a waiting request is the first hint, and opening it brings the next', () => {
  const { view, id } = request();
  expect(hintFor(view, null, NOTHING_LEARNT)).toEqual({ kind: 'open', request: id });
  expect(hintFor(view, `requests/${id}`, NOTHING_LEARNT)).toEqual({ kind: 'dirty', request: id });
});

test('before anyone has asked for anything there is time to look around', () => {
  expect(hintFor(matchAt(1).view, null, NOTHING_LEARNT)).toBeNull();
});

test('a host with residue in its free frames is one to scrub', () => {
  const { view } = request();
  expect(hintFor(view, 'hosts/1', NOTHING_LEARNT)).toEqual({ kind: 'scrub', host: 1 });
  expect(hintFor(view, null, { ...NOTHING_LEARNT, created: true })).toMatchObject({
    kind: 'residue',
  });
});

test('what is cleared before anybody is given it is no reason to scrub', () => {
  const { view } = request();
  const hosts = view.tables.hosts.map((host) => host && { ...host, scrub: 'on-allocate' as const });
  const cleared = { ...view, tables: { ...view.tables, hosts } };
  expect(hintFor(cleared, 'hosts/1', NOTHING_LEARNT)).not.toMatchObject({ kind: 'scrub' });
  expect(hintFor(cleared, null, { ...NOTHING_LEARNT, created: true })).not.toMatchObject({
    kind: 'residue',
  });
});

test('what was done once is hinted at no more', () => {
  const { view } = request();
  const all: Learnt = {
    created: true,
    scrubbed: true,
    pushed: true,
    answered: true,
    patched: true,
  };
  expect(hintFor(view, null, all)).toBeNull();
  expect(hintFor(view, 'hosts/1', all)).toBeNull();
  expect(hintFor(view, null, { ...all, patched: false })).toEqual({
    kind: 'advisory',
    advisory: 1,
  });
});

test('a switch that does not know a port is one to push to', () => {
  const { view } = request();
  const [, first] = view.tables.switches;
  if (first === null || first === undefined) throw new Error('no switch');
  const switches = [null, { ...first, ports: [] }, ...view.tables.switches.slice(2)];
  const drifted = { ...view, tables: { ...view.tables, switches } };
  const learnt: Learnt = {
    ...NOTHING_LEARNT,
    created: true,
    scrubbed: true,
    answered: true,
  };
  expect(hintFor(drifted, null, learnt)).toEqual({ kind: 'drift', host: 1 });
  expect(hintFor(drifted, 'hosts/1', learnt)).toEqual({ kind: 'push', host: 1 });
  expect(hintFor(drifted, 'hosts/1', { ...learnt, pushed: true })).not.toEqual({
    kind: 'push',
    host: 1,
  });
});

test('a job in the view is what teaches', () => {
  const { authority, view } = matchAt(40);
  expect(learn(NOTHING_LEARNT, view)).toBe(NOTHING_LEARNT);
  authority.submit({ kind: 'order', seat: 1, n: 1, command: 'scrub-frames', args: { host: 1 } });
  authority.step();
  expect(learn(NOTHING_LEARNT, authority.projection)).toEqual({
    ...NOTHING_LEARNT,
    scrubbed: true,
  });
});
