import { fact } from '../../../world/fact.ts';
import { NONE } from '../../../world/ids.ts';
import { find } from '../../../world/table.ts';
import type { Need } from '../../need.ts';

/**
 * Another tenant's keys lie in the VM: whoever built its image left them there. `vm` and `tenant` of the strike.
 * Source: FACTS B35.
 */
export const secretLeft: Need<'secret-left'> = {
  id: 'secret-left',
  words: {
    short: { ko: '이미지에 남은 타 테넌트의 키', en: 'others’ keys left in the image' },
    failed: {
      ko: '이미지에 다른 테넌트의 키가 남아 있지 않았습니다',
      en: 'the image held no one else’s keys',
    },
  },
  holds: (world, { vm = 0, tenant = 0 }) => {
    const asset = find(world.assets, find(world.vms, vm)?.leftSecret ?? NONE);
    return asset !== null && find(world.tenants, tenant) !== null && asset.tenant !== tenant;
  },
  facts: (world, { vm = 0 }) => {
    const asset = find(world.vms, vm)?.leftSecret ?? NONE;
    return [
      fact('vms', vm, 'leftSecret'),
      ...(asset === NONE ? [] : [fact('assets', asset, 'tenant')]),
    ];
  },
  // Cleaned before the VM was made from it; afterwards it is in the VM whatever becomes of the image.
  counters: (world, { vm = 0 }) => {
    const image = find(world.vms, vm)?.image ?? NONE;
    const since = fact('vms', vm, 'leftSecret');
    return [{ command: 'build-anew', args: { image }, moment: 'before', fact: since }];
  },
};

/** What was left opens something still: nobody has changed those keys since. `vm` of the strike. */
export const secretOpens: Need<'secret-opens'> = {
  id: 'secret-opens',
  words: {
    short: { ko: '남은 키가 아직 유효함', en: 'the keys still open something' },
    failed: {
      ko: '이미지에 남았던 키는 이미 교체되어 아무것도 열지 못했습니다',
      en: 'the keys in it had been changed, and opened nothing',
    },
  },
  holds: (world, { vm = 0 }) =>
    find(world.images, find(world.vms, vm)?.image ?? NONE)?.revoked === false,
  facts: (world, { vm = 0 }) => {
    const image = find(world.vms, vm)?.image ?? NONE;
    return [fact('vms', vm, 'image'), fact('images', image, 'revoked')];
  },
  counters: (world, { vm = 0 }) => {
    const image = find(world.vms, vm)?.image ?? NONE;
    const since = fact('images', image, 'revoked');
    return [{ command: 'revoke-keys', args: { image }, moment: 'after', fact: since }];
  },
};
