import { expect, test } from 'vitest';
import { hintFor, learn, NOTHING_LEARNT } from '../../client/state/guide.ts';
import { rowsOf } from '../../client/state/rows.ts';
import { matchAt } from './view-fixture.ts';

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

test('a host with residue in its free frames is one to scrub', () => {
  const { view } = request();
  expect(hintFor(view, 'hosts/1', NOTHING_LEARNT)).toEqual({ kind: 'scrub', host: 1 });
  expect(hintFor(view, null, { created: true, scrubbed: false })).toMatchObject({
    kind: 'residue',
  });
});

test('what was done once is hinted at no more', () => {
  const { view } = request();
  expect(hintFor(view, null, { created: true, scrubbed: true })).toBeNull();
  expect(hintFor(view, 'hosts/1', { created: true, scrubbed: true })).toBeNull();
});

test('a job in the view is what teaches', () => {
  const { authority, view } = matchAt(40);
  expect(learn(NOTHING_LEARNT, view)).toBe(NOTHING_LEARNT);
  authority.submit({ kind: 'order', seat: 1, n: 1, command: 'scrub-frames', args: { host: 1 } });
  authority.step();
  expect(learn(NOTHING_LEARNT, authority.projection)).toEqual({ created: false, scrubbed: true });
});
