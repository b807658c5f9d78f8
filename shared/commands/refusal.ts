import type { Obstacle } from '../mechanics/room.ts';
import type { NoFunction } from '../world/machine/card.ts';
import type { Misfit, Technique } from '../world/machine/vm.ts';
import type { Role } from '../world/people/seat.ts';

/** Why an order cannot be done, with the facts behind it. A reader's text is made from both. */
export interface RuleRefusals {
  /** The thing it is about is not there, or not to be seen: both answer alike. */
  'rule.no-such-thing': Record<never, never>;
  'rule.unknown-command': Record<never, never>;
  /** The scenario is played without it. */
  'rule.not-in-deck': Record<never, never>;
  'rule.bad-arguments': { readonly path: string };
  'rule.match-over': Record<never, never>;
  /** The match is live: the team's phrase is in all data, or is in none. */
  'rule.written-already': Record<never, never>;
  'rule.no-free-hand': { readonly hands: number };
  'rule.too-few-credits': { readonly price: number; readonly credits: number };
  /** Someone is working on it already. */
  'rule.target-busy': { readonly subject: string };
  'rule.frames-short': { readonly host: number; readonly free: number; readonly wanted: number };
  'rule.blocks-short': { readonly host: number; readonly free: number; readonly wanted: number };
  /** The host cannot run such a guest by that technique (rule K1). */
  'rule.technique-unfit': {
    readonly host: number;
    readonly technique: Technique;
    readonly misfit: Misfit;
  };
  /** Its guest boots on the old machine type only. */
  'rule.legacy-only': Record<never, never>;
  /** What is left to be fixed takes a reboot (rule K89). */
  'rule.no-live-patch': Record<never, never>;
  /** Its image has no driver for such a device, or its technique no such device (rule K86). */
  'rule.no-driver': Record<never, never>;
  /** It runs on hardware of its host, and is to be moved. */
  'rule.own-device': Record<never, never>;
  /** One of its virtual CPUs cannot be paused, and it is to be moved. */
  'rule.core-stuck': Record<never, never>;
  /** A device of its host is passed through to it, and holds its memory where and as it is (rule R16). */
  'rule.pinned': Record<never, never>;
  /** The chipset of the host cannot do that; or its DMA remapping, on which it rests, is off. */
  'rule.no-remapping': { readonly host: number };
  'rule.iommu-off': { readonly host: number };
  /** No virtual function of its host's card can be given to it. */
  'rule.no-function': { readonly host: number; readonly lack: NoFunction };
  'rule.no-snapshot': Record<never, never>;
  /** No restore point of the VM is left. */
  'rule.no-copy': Record<never, never>;
  /** The scenario has no zone to shut anything off in. */
  'rule.no-quarantine': Record<never, never>;
  /** There is no IPS in that switch. */
  'rule.no-ips': { readonly host: number };
  /** No guest of the host makes exits that could be merged. */
  'rule.nothing-to-merge': { readonly host: number };
  /** It has a kernel of its own: there is nothing of a container's to take. */
  'rule.not-a-container': Record<never, never>;
  'rule.nothing-to-wipe': { readonly host: number };
  /** VMs still run on the host, so it cannot be rebooted. */
  'rule.host-not-empty': { readonly host: number; readonly vms: number };
  /** Its host can neither read its memory nor move it while it runs. */
  'rule.memory-encrypted': Record<never, never>;
  /** The CPU of its host cannot encrypt memory; its guest does not know how to run so. */
  'rule.host-cannot-encrypt': { readonly host: number };
  'rule.guest-cannot-encrypt': Record<never, never>;
  /** Its files were encrypted by somebody: it has to be rebuilt first (rule K126). */
  'rule.files-encrypted': Record<never, never>;
  /** Its configuration is not what was approved, and is checked at power-on (rule M41). */
  'rule.config-differs': Record<never, never>;
  /** Its image is not signed, or was changed since, and signatures are verified (rule G21). */
  'rule.image-unsigned': Record<never, never>;
  /** Nothing there measures what it boots. */
  'rule.no-tpm': { readonly host: number };
  /** Its tenant's quota leaves it no more. */
  'rule.over-quota': { readonly quota: number; readonly has: number; readonly wanted: number };
  /** More cycles would be set apart than the host can promise, in permille. */
  'rule.over-reserved': { readonly host: number; readonly permille: number };
  /** It has promised more memory than it has, in frames. */
  'rule.over-promised': {
    readonly host: number;
    readonly promised: number;
    readonly frames: number;
  };
  /** Something is still on the host: it cannot be taken out. */
  'rule.host-in-use': { readonly host: number };
  /** It is set apart for another tenant (rule M30). */
  'rule.host-dedicated': { readonly host: number; readonly tenant: number };
  /** The room has no place for another host. */
  'rule.no-place': Record<never, never>;
  /** What it holds is all that it needs. */
  'rule.nothing-to-take': Record<never, never>;
  'rule.request-closed': Record<never, never>;
  'rule.wrong-power': { readonly power: string };
  'rule.nothing-to-scrub': { readonly host: number };
  'rule.already-so': Record<never, never>;
  /** No such exit of the VM waits on the trap desk (any more). */
  'rule.nothing-held': Record<never, never>;
  /** As many VMs as may be are marked by a hold of their own. */
  'rule.holds-full': { readonly most: number };
  /** The tenant has not asked for it to be taken away. */
  'rule.still-wanted': Record<never, never>;
  'rule.same-order': Record<never, never>;
  /** Attacks begin when the match is live. */
  'rule.not-live': Record<never, never>;
  /** Whoever was thrown out begins nothing for so many ticks more; `seconds` is rounded up. */
  'rule.resting': { readonly ticks: number; readonly seconds: number };
  /** The same is under way already. */
  'rule.under-way': Record<never, never>;
  /** Roles are locked, and it is for another one. */
  'rule.not-your-role': { readonly role: Role };
}

export type RuleRefusal = {
  readonly [Code in keyof RuleRefusals]: {
    readonly code: Code;
    readonly facts: RuleRefusals[Code];
  };
}[keyof RuleRefusals];

export function refuse<Code extends keyof RuleRefusals>(
  code: Code,
  ...facts: Record<never, never> extends RuleRefusals[Code] ? [] : [RuleRefusals[Code]]
): RuleRefusal {
  return { code, facts: facts[0] ?? {} } as RuleRefusal;
}

/** What stands in the way of placing a VM on a host, as a refusal. */
export function obstructed(
  host: number,
  technique: Technique,
  obstacle: Obstacle | null,
): RuleRefusal | null {
  if (obstacle === null) return null;
  switch (obstacle.kind) {
    case 'no-host':
      return refuse('rule.no-such-thing');
    case 'own-device':
      return refuse('rule.own-device');
    case 'core-stuck':
      return refuse('rule.core-stuck');
    case 'dedicated':
      return refuse('rule.host-dedicated', { host, tenant: obstacle.tenant });
    case 'misfit':
      return refuse('rule.technique-unfit', { host, technique, misfit: obstacle.reason });
    case 'sealed':
      return refuse('rule.memory-encrypted');
    case 'frames':
    case 'blocks': {
      const { free, wanted } = obstacle;
      return refuse(`rule.${obstacle.kind}-short`, { host, free, wanted });
    }
  }
}
