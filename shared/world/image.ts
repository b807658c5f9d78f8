import type { DeviceName } from './host.ts';
import type { ImageId } from './ids.ts';

export const IMAGE_NAMES = [
  'web-2015',
  'db-2015',
  'desktop',
  'legacy-closed',
  'test-bench',
  'container-api',
] as const;
export type ImageName = (typeof IMAGE_NAMES)[number];

/**
 * A catalogue entry. A VM is born with its builds; patching the image afterwards does not patch the
 * VMs made from it.
 */
export interface Image {
  readonly id: ImageId;
  readonly name: ImageName;
  /** A closed kernel cannot be ported to hypercalls: no paravirtualisation. */
  readonly os: 'open' | 'closed';
  /** It is a container image and needs a shared kernel. */
  readonly container: boolean;
  readonly kernel: number;
  readonly service: number;
  readonly devices: readonly DeviceName[];
}
