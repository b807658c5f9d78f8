import { meet } from '../../shared/mechanics/harm/intrusion.ts';
import { bakeImage } from '../../shared/mechanics/images/left.ts';
import { destroyVm } from '../../shared/mechanics/lifecycle.ts';
import { editRules } from '../../shared/mechanics/network/edit.ts';
import { bindPort } from '../../shared/mechanics/network/ports.ts';
import { pushTo } from '../../shared/mechanics/network/push.ts';
import { NATURE } from '../../shared/world/history.ts';
import { SCENARIO } from '../../shared/world/ids.ts';
import type { Story } from './cures.ts';
import { fallen } from './fallen.ts';
import { brokenInto } from './hypervisor.ts';
import { SEEDED } from './setups/images.ts';
import { wired } from './setups/moving.ts';
import { benchOnNetwork, database, shopVm } from './setups/network.ts';
import { bankVm, disked, STREET } from './storage.ts';
import { Bench, hostileShop, id, tiny } from './worlds.ts';

const askAndServe = [
  (bench: Bench): void => {
    bench.act('entry-tenant');
    bench.run(1);
  },
  (bench: Bench): void => {
    bench.give('create-vm', { request: 1, host: 1, technique: 'hvm' });
    bench.run(4);
  },
];

const leaves =
  (vm: number) =>
  (bench: Bench): void =>
    destroyVm(bench.match, id(vm), NATURE, SCENARIO);

/** Reading residue: the bank leaves, and the shop's VM is made of what it left. */
const memory: Story = {
  begin: () => new Bench(tiny({ attackers: [hostileShop] })),
  steps: [leaves(1), ...askAndServe],
  attacker: 1,
  args: { vm: 1 },
};

const disk: Story = {
  begin: () =>
    new Bench(
      disked({
        vms: [bankVm({ blockFills: 2 })],
        attackers: [{ ...hostileShop, plan: { ...hostileShop.plan, blocks: 2 } }],
      }),
    ),
  steps: [leaves(1), ...askAndServe],
  attacker: 1,
  args: { vm: 1 },
};

/** Somebody leaves the bank's keys in an image, and the shop's VM is made from it. */
const leftKeys: Story = {
  begin: () => new Bench(tiny({ attackers: [hostileShop] })),
  steps: [(bench) => bakeImage(bench.match, id(1), id(1), SCENARIO), ...askAndServe],
  attacker: 1,
  args: { vm: 1 },
};

/** The shop rents a VM of the image from which the bank's was made, with the state that it was saved with. */
const clones: Story = {
  begin: () =>
    new Bench(disked({ ...STREET, images: SEEDED, vms: [bankVm()], attackers: [hostileShop] })),
  steps: [
    (bench) => {
      bench.act('entry-tenant');
      bench.run(1);
    },
    (bench) => {
      bench.give('create-vm', { request: 1, host: 2, technique: 'hvm' });
      bench.run(4);
      bindPort(bench.world, id(2), id(2), id(2), SCENARIO);
      meet(bench.world.attackers[1]!, id(1));
    },
  ],
  attacker: 1,
  args: { from: 1, vm: 2 },
};

/** A host falls, and then the hospital leaves it: its data lies in free memory. */
const freeMemory: Story = {
  begin: () => brokenInto({ host: { frames: 6 } }),
  steps: [
    (bench) => {
      bench.act('esc-floppy-venom', { vm: 1 });
      bench.run(8);
    },
    leaves(2),
    (bench) => void bench.run(1),
  ],
  attacker: 1,
  args: { vm: 1 },
};

/** Somebody puts an any-any rule in and gives it to every switch. */
const anyAny: Story = {
  begin: () => benchOnNetwork({ vms: [shopVm, database] }),
  steps: [
    ({ match }) => {
      const rule = { from: 0, to: 0, service: 'any', allow: true } as const;
      editRules(match, rule, 'add', NATURE, SCENARIO);
    },
    ({ match }) => pushTo(match, id(1), SCENARIO),
    (bench) => void bench.run(1),
  ],
  attacker: 1,
  args: { from: 1, vm: 2 },
};

/** A VM is moved while somebody listens on the network that it crosses: from a VM, or a host that fell. */
const moved = (begin: () => Bench, vm: number, to: number, args: Story['args']): Story => ({
  begin,
  steps: [
    (bench) => {
      bench.give('migrate-vm', { vm, host: to });
      bench.run(1);
    },
  ],
  attacker: 1,
  args,
});

/** What has to be done before it is too late, by attack: how it came to be that the attack works. */
export const STORIES: Readonly<Record<string, Story>> = {
  'res-mem-unscrubbed': memory,
  'res-disk-blocks': disk,
  'res-free-memory': freeMemory,
  'img-secrets-left': leftKeys,
  'clone-entropy-reuse': clones,
  'net-any-any': anyAny,
  'mig-plaintext-intercept': moved(() => benchOnNetwork(wired), 2, 2, { from: 1 }),
  'mig-host-intercept': moved(() => fallen(), 3, 3, { vm: 1 }),
};
