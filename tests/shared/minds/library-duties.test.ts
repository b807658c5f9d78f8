import { describe, expect, test } from 'vitest';
import { scenarios } from '../../../shared/course/scenarios/registry.ts';
import { createMatch, type Match, stepMatch } from '../../../shared/match/match.ts';
import { raise } from '../../../shared/mechanics/sensors/raise.ts';
import type { Duty } from '../../../shared/minds/defenders/duties/duty.ts';
import {
  approveConfigs,
  checkStores,
  lookIntoCopies,
  rebuildImages,
  signImages,
  verifyLibrary,
} from '../../../shared/minds/defenders/duties/library.ts';
import type { ImageId, StoreId } from '../../../shared/world/ids.ts';
import { id } from '../../support/worlds.ts';
import { blueOf } from '../support/views.ts';

/** What a duty wishes in the scenario about images, as it is changed. */
function wished(duty: Duty, change: (match: Match) => void = () => undefined): unknown[] {
  const match = createMatch(scenarios['image-library']!, 1);
  for (let i = 0; i < 20; i += 1) stepMatch(match, [], { think: false });
  change(match);
  return duty.wishes(blueOf(match)).map(({ command, args }) => [command, ...Object.values(args)]);
}

const drifted = (match: Match): void => {
  const seen = { kind: 'image-drift', image: id<ImageId>(1) } as const;
  raise(match, 'S6', { host: 0, vm: 0 }, seen, []);
};
const changed = (match: Match): void => {
  raise(match, 'S6', { host: id(1), vm: id(2) }, { kind: 'config-drift' }, []);
};
const poor = ({ world }: Match): void => {
  Object.assign(world, { credits: 20 });
};
const signed = ({ world }: Match): void => {
  for (const image of world.images) if (image) Object.assign(image, { signed: true });
};

describe('what the expert does about images and configurations', () => {
  test('an image that is not as it is on record is built again', () => {
    expect(wished(rebuildImages)).toEqual([]);
    expect(wished(rebuildImages, drifted)).toEqual([['build-anew', 1]]);
  });

  test('signatures are verified once every image comes signed, while there is money', () => {
    expect(wished(verifyLibrary)).toEqual([['build-anew', 1]]);
    expect(wished(verifyLibrary, signed)).toEqual([['verify-images', 3]]);
    expect(wished(verifyLibrary, poor)).toEqual([]);
  });

  test('what was patched since is signed, and what has drifted is not', () => {
    const verified = ({ world }: Match): void => {
      Object.assign(world.stores[3]!, { verified: true });
      Object.assign(world.images[2]!, { signed: true });
    };
    expect(wished(signImages)).toEqual([]);
    expect(wished(signImages, verified)).toEqual([
      ['sign-image', 1],
      ['sign-image', 3],
    ]);
    const both = (match: Match): void => {
      verified(match);
      drifted(match);
    };
    expect(wished(signImages, both)).toEqual([['sign-image', 3]]);
  });

  test('configurations are checked while there is money, and looked at where they have changed', () => {
    expect(wished(checkStores)).toEqual([
      ['check-configs', 1],
      ['check-configs', 2],
    ]);
    expect(wished(checkStores, poor)).toEqual([]);
    expect(wished(approveConfigs)).toEqual([]);
    expect(wished(approveConfigs, changed)).toEqual([['approve-config', 2]]);
  });

  test('who mounts a store is looked into, what came of a changed image, and what started changed', () => {
    expect(wished(lookIntoCopies)).toEqual([]);
    expect(wished(lookIntoCopies, changed)).toEqual([['investigate-vm', 2]]);
    const mounted = (match: Match): void => {
      const seen = { kind: 'store-mounted', store: id<StoreId>(3) } as const;
      raise(match, 'S14', { host: 0, vm: id(1) }, seen, []);
    };
    expect(wished(lookIntoCopies, mounted)).toEqual([['investigate-vm', 1]]);
    const copied = (match: Match): void => {
      drifted(match);
      // By the book VM 3 was made since, and everything else before the match.
      Object.assign(match.world.vms[3]!, { madeAt: match.world.tick });
    };
    expect(wished(lookIntoCopies, copied)).toEqual([['investigate-vm', 3]]);
  });
});
