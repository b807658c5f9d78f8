import type { z } from 'zod';
import { isOwn, REMAPS } from '../machine/card.ts';
import { comesIn } from '../machine/category.ts';
import { canDrive } from '../machine/device-path.ts';
import { SINCE_64_BIT } from '../machine/host.ts';
import type { writtenSchema } from './written.ts';

type Parsed = Omit<z.output<typeof writtenSchema>, 'pace'>;
type Path = readonly (string | number)[];
type Plan = Parsed['catalogue'][number]['plan'];

/**
 * Whether everything that a scenario names is there: a name that nothing bears would silently become
 * "nothing" in the world.
 */
export function checkReferences(
  scenario: Parsed,
  complain: (path: Path, message: string) => void,
): void {
  const hosts = scenario.hosts.length;
  const has = {
    tenant: new Set<string>(scenario.tenants.map(({ name }) => name)),
    zone: new Set<string>(scenario.zones.map(({ name }) => name)),
    image: new Map(scenario.images.map((image) => [image.name as string, image])),
    flaw: new Set<string>(scenario.flaws.map(({ name }) => name)),
  };
  const ownerOf = (name: string): string | undefined =>
    scenario.tenants.find(({ assets }) => assets.some((a) => a.name === name))?.name;
  const mustBe = (kind: 'tenant' | 'zone' | 'image' | 'flaw', path: Path, name: string): void => {
    if (!has[kind].has(name)) complain(path, `no such ${kind}`);
  };
  const checkHost = (path: Path, host: number): void => {
    if (host > hosts) complain(path, 'no such host');
  };
  const checkVm = (path: Path, vm: number): void => {
    if (vm > scenario.vms.length) complain(path, 'no such VM');
  };
  const checkPlan = (path: Path, wish: Plan, owner: string): void => {
    mustBe('zone', [...path, 'zone'], wish.zone);
    mustBe('image', [...path, 'image'], wish.image);
    const image = has.image.get(wish.image);
    if (image && !comesIn(wish.workload, image)) {
      complain([...path, 'image'], 'its work is not delivered in such an image');
    }
    if (ownerOf(wish.asset) !== owner) complain([...path, 'asset'], 'not an asset of its tenant');
    const own = wish.frames - (image?.alike ?? 0);
    if (wish.fills > own) complain([...path, 'fills'], 'more than its frames');
    if (wish.blockFills > wish.blocks) complain([...path, 'blockFills'], 'more than its blocks');
  };
  const checkRule = (path: Path, rule: Parsed['rules'][number]): void => {
    if (rule.from !== 'any') mustBe('zone', [...path, 'from'], rule.from);
    if (rule.to !== 'any') mustBe('zone', [...path, 'to'], rule.to);
  };

  scenario.rules.forEach((rule, i) => {
    checkRule(['rules', i], rule);
  });
  scenario.vms.forEach((vm, i) => {
    mustBe('tenant', ['vms', i, 'tenant'], vm.tenant);
    checkHost(['vms', i, 'host'], vm.host);
    checkPlan(['vms', i], vm, vm.tenant);
    const container = scenario.hosts[vm.host - 1]?.platform === 'container';
    if (container !== (vm.technique === 'container')) {
      complain(
        ['vms', i, 'technique'],
        'containers belong on a container host, and nothing else does',
      );
    }
    const native = scenario.hosts[vm.host - 1]?.platform === 'native';
    if (native !== (vm.technique === 'native')) {
      complain(['vms', i, 'technique'], 'a machine of its own runs one OS, and nothing else does');
    }
    if (native && scenario.vms.findIndex(({ host }) => host === vm.host) !== i) {
      complain(['vms', i, 'host'], 'a machine without a hypervisor carries one role');
    }
    const foreign = has.image.get(vm.image)?.cpu === 'foreign';
    if (foreign && vm.technique !== 'emulation') {
      complain(['vms', i, 'technique'], 'code for a foreign CPU is emulated');
    }
    const wide = has.image.get(vm.image)?.wordSize === 64;
    if (
      wide &&
      vm.technique !== 'emulation' &&
      (scenario.hosts[vm.host - 1]?.year ?? 0) < SINCE_64_BIT
    ) {
      complain(['vms', i, 'host'], 'a host of 32 bits does not run 64-bit code');
    }
    if ((vm.technique === 'hybrid' || vm.technique === 'para') && (vm.nic ?? 'para') !== 'para') {
      complain(['vms', i, 'nic'], 'its technique is that its devices are paravirtual');
    }
    if (vm.nic === 'para' && (vm.technique === 'bt' || vm.technique === 'emulation')) {
      complain(['vms', i, 'nic'], 'its technique has emulated devices alone');
    }
    if (vm.nic === 'para' && has.image.get(vm.image)?.legacyOnly) {
      complain(['vms', i, 'nic'], 'its image has no paravirtual drivers');
    }
    const place = scenario.hosts[vm.host - 1];
    if (isOwn(vm.card) && place && !canDrive(vm.technique, place)) {
      complain(['vms', i, 'card'], 'a guest of that technique cannot drive a device of that host');
    }
    if (vm.technique === 'hybrid' && has.image.get(vm.image)?.legacyOnly) {
      complain(['vms', i, 'technique'], 'its image has no paravirtual drivers');
    }
  });
  scenario.attackers.forEach((attacker, i) => {
    mustBe('tenant', ['attackers', i, 'tenant'], attacker.tenant);
    checkPlan(['attackers', i, 'plan'], attacker.plan, attacker.tenant);
    attacker.owns.forEach((vm, j) => {
      const path: Path = ['attackers', i, 'owns', j];
      checkVm(path, vm);
      const theirs = scenario.vms[vm - 1]?.tenant === attacker.tenant;
      if (!theirs) complain(path, 'not a VM of their tenant');
    });
    attacker.zeroDays.forEach((name, j) => {
      mustBe('flaw', ['attackers', i, 'zeroDays', j], name);
    });
  });
  scenario.catalogue.forEach((entry, i) => {
    mustBe('tenant', ['catalogue', i, 'tenant'], entry.tenant);
    checkPlan(['catalogue', i, 'plan'], entry.plan, entry.tenant);
  });
  scenario.hosts.forEach((host, i) => {
    const of = <T extends { readonly host: number }>(rows: readonly T[]): T[] =>
      rows.filter((row) => row.host === i + 1);
    const wanted = [...of(scenario.vms), ...of(scenario.residue)];
    const kept = of(scenario.vms).filter((vm) => vm.snapshot !== undefined).length;
    const frames = wanted.reduce((sum, row) => sum + row.frames, 0);
    const blocks = wanted.reduce((sum, row) => sum + row.blocks, kept);
    const given = of(scenario.vms).filter(({ card }) => card === 'vf').length;
    if (given > host.vfs) complain(['hosts', i, 'vfs'], `${given} functions are asked of it`);
    if (host.smt && (host.smtCapacity ?? host.capacity) !== host.capacity) {
      complain(['hosts', i, 'smtCapacity'], 'with SMT on it is what the host can do');
    }
    const least = host.interruptRemapping ? 'interrupts' : 'dma';
    if (host.iommu && REMAPS.indexOf(host.remaps) < REMAPS.indexOf(least)) {
      complain(['hosts', i, 'remaps'], 'its chipset remaps less than that');
    }
    if (host.interruptRemapping && !host.iommu) {
      complain(['hosts', i, 'interruptRemapping'], 'it goes on top of DMA remapping');
    }
    if (frames > host.frames) complain(['hosts', i, 'frames'], `${frames} frames are asked of it`);
    if (blocks > host.blocks) complain(['hosts', i, 'blocks'], `${blocks} blocks are asked of it`);
  });
  scenario.repositories.forEach(({ reachedFrom }, i) => {
    reachedFrom.forEach((name, j) => {
      mustBe('zone', ['repositories', i, 'reachedFrom', j], name);
    });
  });
  scenario.stores.forEach((store, i) => {
    store.hosts.forEach((host, j) => {
      checkHost(['stores', i, 'hosts', j], host);
    });
    store.reachedFrom.forEach((name, j) => {
      mustBe('zone', ['stores', i, 'reachedFrom', j], name);
    });
  });
  scenario.residue.forEach((entry, i) => {
    checkHost(['residue', i, 'host'], entry.host);
    if (!ownerOf(entry.asset)) complain(['residue', i, 'asset'], 'no tenant has it');
  });
  scenario.people.forEach((entry, i) => {
    const path: Path = ['people', i];
    if ('vm' in entry) checkVm([...path, 'vm'], entry.vm);
    if ('peer' in entry) checkVm([...path, 'peer'], entry.peer);
    if ('repository' in entry && entry.repository > scenario.repositories.length) {
      complain([...path, 'repository'], 'no such backup server');
    }
    if ('store' in entry && entry.store > scenario.stores.length) {
      complain([...path, 'store'], 'no such datastore');
    }
    if ('host' in entry) checkHost([...path, 'host'], entry.host);
    const named = entry.kind === 'copies' || entry.kind === 'bakes-image' ? entry.asset : undefined;
    if (named !== undefined && !ownerOf(named)) complain([...path, 'asset'], 'no tenant has it');
    if (entry.kind === 'bakes-image') mustBe('image', [...path, 'image'], entry.image);
    if ('flaw' in entry) mustBe('flaw', [...path, 'flaw'], entry.flaw);
    if ('rule' in entry) checkRule([...path, 'rule'], entry.rule);
    if ('zone' in entry) mustBe('zone', [...path, 'zone'], entry.zone);
    if (entry.kind === 'calls-api') mustBe('tenant', [...path, 'tenant'], entry.tenant);
    if (entry.kind === 'wants-vm' || entry.kind === 'autoscales') {
      mustBe('tenant', [...path, 'tenant'], entry.tenant);
      checkPlan([...path, 'plan'], entry.plan, entry.tenant);
    }
  });
  scenario.waves.forEach((wave, i) => {
    if (wave.from > wave.to) complain(['waves', i, 'to'], 'the end is before the start');
    if (wave.creates > 0 && scenario.catalogue.length === 0) {
      complain(['waves', i, 'creates'], 'the catalogue has no plan to draw from');
    }
  });
}
