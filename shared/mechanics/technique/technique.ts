import { type Deck, inDeck } from '../../world/deck.ts';
import type { ExitFilter, Host } from '../../world/machine/host.ts';
import type { Image } from '../../world/machine/image.ts';
import { type Misfit, TECHNIQUES, type Technique } from '../../world/machine/vm.ts';
import type { WorkloadName } from '../../world/machine/workload.ts';
import type { Deep } from '../../world/table.ts';
import { guestCost } from '../cost/guest-cost.ts';
import type { CostTraits } from '../cost/prices.ts';
import { wordSizeOf } from '../processor/word-size.ts';
import { byBoundary } from './boundary.ts';

type HostTraits = Pick<Deep<Host>, 'platform' | 'year' | 'virtualisationExtension' | 'filters'>;
type ImageTraits = Pick<Deep<Image>, 'cpu' | 'wordSize' | 'os' | 'container' | 'legacyOnly'>;

/**
 * Whether a host can run such a guest by that technique, or why not (rule K1). A guest that has drivers
 * for an old machine only has none for rings, and whoever has none boots from emulated devices alone
 * (rule K24). Source: FACTS §11.3, "switch model to virtio (guest driver needed)".
 */
export function misfit(host: HostTraits, image: ImageTraits, technique: Technique): Misfit | null {
  if (host.platform === 'native' || technique === 'native') return 'no-hypervisor';
  if (host.platform !== 'container' && (image.container || technique === 'container')) {
    return 'no-shared-kernel';
  }
  if (host.platform === 'container' && !(image.container && technique === 'container')) {
    return 'only-containers';
  }
  // Everything but an emulator lets the guest's own instructions run on the host's CPU.
  if (image.cpu === 'foreign' && technique !== 'emulation') return 'foreign-cpu';
  if (image.wordSize > wordSizeOf(host) && technique !== 'emulation') return 'narrow-host';
  switch (technique) {
    case 'hvm':
      return host.virtualisationExtension ? null : 'no-extension';
    case 'hybrid':
      if (!host.virtualisationExtension) return 'no-extension';
      return image.legacyOnly ? 'no-drivers' : null;
    case 'para':
      if (image.os === 'closed') return 'closed-kernel';
      return host.filters.some(keepsDown) ? 'calls-refused' : null;
    case 'bt':
    case 'emulation':
    case 'container':
      return null;
  }
}

/** A ported kernel asks for its memory as it starts, and sets its page tables up. */
const keepsDown = ({ trap, action }: ExitFilter): boolean =>
  action === 'refuse' && (trap === 'memory_op' || trap === 'mmu_update');

/** Every technique by which a host can run such a guest. */
function fits(host: HostTraits, image: ImageTraits): Technique[] {
  return TECHNIQUES.filter((technique) => misfit(host, image, technique) === null);
}

/** A host as far as it decides what can run there, and at what cost. */
export type Place = HostTraits & CostTraits & Pick<Deep<Host>, 'hypercallAudit'>;

/**
 * The techniques of the deck by which a host can run such a guest, the cheapest for its work first;
 * of two that cost the same, by their boundary (rule K22).
 * @param filters the guest's own, where it is there already
 */
export function offeredTechniques(
  world: { readonly deck: Deck | null },
  host: Place,
  image: ImageTraits & Pick<Deep<Image>, 'devices'>,
  workload: WorkloadName,
  filters: readonly ExitFilter[] = [],
): Technique[] {
  const cost = (technique: Technique): number =>
    guestCost({ workload, technique, devices: image.devices, filters }, host);
  return fits(host, image)
    .filter((technique) => inDeck(world, 'techniques', technique))
    .sort((one, other) => cost(one) - cost(other) || byBoundary(one, other));
}
