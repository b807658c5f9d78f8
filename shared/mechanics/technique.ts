import { type Deck, inDeck } from '../world/deck.ts';
import type { Host } from '../world/host.ts';
import type { Image } from '../world/image.ts';
import type { Deep } from '../world/table.ts';
import { type Misfit, TECHNIQUES, type Technique } from '../world/vm.ts';

type HostTraits = Pick<Deep<Host>, 'platform' | 'virtualisationExtension'>;
type ImageTraits = Pick<Deep<Image>, 'os' | 'container'>;

/** Whether a host can run such a guest by that technique, or why not (rule K1). */
export function misfit(host: HostTraits, image: ImageTraits, technique: Technique): Misfit | null {
  if (host.platform !== 'container' && (image.container || technique === 'container')) {
    return 'no-shared-kernel';
  }
  if (host.platform === 'container' && !(image.container && technique === 'container')) {
    return 'only-containers';
  }
  switch (technique) {
    case 'hvm':
    case 'hybrid':
      return host.virtualisationExtension ? null : 'no-extension';
    case 'para':
      return image.os === 'closed' ? 'closed-kernel' : null;
    case 'bt':
    case 'emulation':
    case 'container':
      return null;
  }
}

/** Every technique by which a host can run such a guest. */
function fits(host: HostTraits, image: ImageTraits): Technique[] {
  return TECHNIQUES.filter((technique) => misfit(host, image, technique) === null);
}

/** From what is done first to what is done only where nothing else can be. */
const PREFERENCE: readonly Technique[] = ['hybrid', 'hvm', 'para', 'bt', 'container', 'emulation'];

/** The techniques of the deck by which a host can run such a guest, the best first. */
export function offeredTechniques(
  world: { readonly deck: Deck | null },
  host: HostTraits,
  image: ImageTraits,
): Technique[] {
  const possible = fits(host, image);
  return PREFERENCE.filter((t) => possible.includes(t) && inDeck(world, 'techniques', t));
}
