import { expect, test } from 'vitest';
import { changeMachineType } from '../../../../shared/mechanics/technique/machine-type.ts';
import { NATURE } from '../../../../shared/world/history.ts';
import { SCENARIO } from '../../../../shared/world/ids.ts';
import { guest } from '../../../support/hypervisor.ts';
import { id, tiny, turnOf } from '../../../support/worlds.ts';

test('K8 a machine type of today has no floppy controller, and all else that the guest had', () => {
  const turn = turnOf(tiny({ vms: [guest(), guest()] }));
  const changed = changeMachineType(turn, id(1), NATURE, SCENARIO);
  expect(turn.world.vms.slice(1).map((vm) => vm?.devices)).toEqual([
    ['disk', 'nic', 'xhci'],
    ['disk', 'nic', 'floppy', 'xhci'],
  ]);
  expect(turn.world.provenance['vms/1/devices']).toBe(changed);
  expect(turn.history[changed - 1]).toMatchObject({
    kind: 'devices-changed',
    subjects: ['vms/1'],
    data: { device: 'floppy' },
  });
});
