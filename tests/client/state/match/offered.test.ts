import { expect, test } from 'vitest';
import { offerOf } from '../../../../client/state/match/offered.ts';
import { rowsOf } from '../../../../shared/view/reading.ts';
import { some } from '../../../support/some.ts';
import { matchAt } from '../../support/view-fixture.ts';

test('what is offered is what the VM is then given, in the same order (rule M4)', () => {
  const { view, authority } = matchAt(40);
  const request = rowsOf(view, 'requests').find((row) => row.kind === 'create');
  expect(request).toBeDefined();
  for (const host of [1, 2]) {
    const again = matchAt(40);
    const args = { request: request?.id ?? 0, host, technique: 'hvm' };
    const offer = offerOf(again.view, args);
    again.authority.submit({ kind: 'order', seat: 1, n: 1, command: 'create-vm', args });
    again.authority.step();
    const made = rowsOf(again.authority.projection, 'vms').at(-1);
    expect(made?.host).toBe(host);
    expect(made?.memory).toEqual(offer?.frames);
  }
  expect(authority.tick).toBe(40);
});

test('frames with the residue of another tenant are counted; the own is harmless', () => {
  const { view } = matchAt(40);
  const request = rowsOf(view, 'requests').find((row) => row.kind === 'create');
  const offers = rowsOf(view, 'hosts').map((host) =>
    offerOf(view, { request: request?.id ?? 0, host: host.id, technique: 'hvm' }),
  );
  for (const offer of some(offers)) {
    expect(offer?.dirty.length).toBeGreaterThan(0);
    expect(offer?.harmless).toBe(offer?.tenants.every((tenant) => tenant === request?.tenant));
  }
});

test('what is about no request or no host offers nothing', () => {
  const { view } = matchAt(40);
  expect(offerOf(view, { host: 1 })).toBeNull();
  expect(offerOf(view, { vm: 1 })).toBeNull();
  expect(offerOf(view, { request: 999, host: 1, technique: 'hvm' })).toBeNull();
});
