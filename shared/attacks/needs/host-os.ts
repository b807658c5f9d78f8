import { type FactRef, fact } from '../../world/fact.ts';
import { NONE } from '../../world/ids.ts';
import { EVERYDAY } from '../../world/machine/host-os.ts';
import type { Tool } from '../../world/machine/tools.ts';
import { about } from '../../world/people/known.ts';
import { find } from '../../world/table.ts';
import type { ReadonlyWorld } from '../../world/world.ts';
import { isNoted } from '../knowing.ts';
import type { Need } from '../need.ts';

/** The hypervisor is a program of a host OS, with the rights of whoever started it. `host` of the strike. */
export const hosted: Need<'hosted'> = {
  id: 'hosted',
  words: {
    short: { ko: 'Type 2 호스트', en: 'a type 2 host' },
    failed: {
      ko: 'Type 2 호스트가 아니었습니다',
      en: 'it was no type 2 host',
    },
  },
  known: { inside: isNoted('platform', 'type2') },
  holds: (world, { host = 0 }) => find(world.hosts, host)?.platform === 'type2',
  facts: (_, { host = 0 }) => [fact('hosts', host, 'platform')],
  counters: () => [],
};

/** People read mail and pages on the very host that runs the VMs (rule K95). `host` of the strike. */
export const everydayPrograms: Need<'everyday-programs'> = {
  id: 'everyday-programs',
  words: {
    short: { ko: '호스트에 메일·브라우저', en: 'mail or a browser on the host' },
    failed: {
      ko: '호스트에 메일도 브라우저도 없었습니다',
      en: 'there was neither mail nor a browser on the host',
    },
  },
  holds: (world, { host = 0 }) => {
    const programs = find(world.hosts, host)?.programs ?? [];
    return EVERYDAY.some((program) => programs.includes(program));
  },
  facts: (_, { host = 0 }) => [fact('hosts', host, 'programs')],
  counters: (_, { host = 0 }) => [
    {
      command: 'remove-programs',
      args: { host },
      moment: 'after',
      fact: fact('hosts', host, 'programs'),
    },
  ],
};

const osIsOld = (world: ReadonlyWorld, host: number, flaw: number): boolean =>
  (find(world.hosts, host)?.osBuild ?? 0) < (find(world.flaws, flaw)?.fixedIn ?? 0);

/**
 * Their code runs with the rights of a user of the host: what shows mail and pages there is older than the
 * fix, or a user ran what they had sent (FACTS B16: a bug or a phish). `host`, `attacker` and `flaw` of
 * the strike.
 */
export const osEntered: Need<'os-entered'> = {
  id: 'os-entered',
  words: {
    short: { ko: '호스트 OS 미패치 또는 첨부 실행', en: 'host OS unpatched, or attachment run' },
    failed: {
      ko: '호스트 OS가 패치되어 있었고, 아무도 첨부 파일을 실행하지 않았습니다',
      en: 'the host OS had been patched, and nobody had run the attachment',
    },
  },
  holds: (world, { host = 0, attacker = 0, flaw = 0 }) =>
    find(world.attackers, attacker) !== null &&
    (osIsOld(world, host, flaw) || find(world.hosts, host)?.ran === attacker),
  facts: (world, { host = 0, flaw = 0 }) => {
    const old: FactRef[] = [fact('hosts', host, 'osBuild'), fact('flaws', flaw, 'fixedIn')];
    return osIsOld(world, host, flaw) ? old : [...old, fact('hosts', host, 'ran')];
  },
  // What a user has run no patch undoes.
  counters: (world, { host = 0, attacker = 0, flaw = 0 }) =>
    osIsOld(world, host, flaw) && find(world.hosts, host)?.ran !== attacker
      ? [
          {
            command: 'patch-host-os',
            args: { host },
            moment: 'after',
            fact: fact('hosts', host, 'osBuild'),
          },
        ]
      : [],
};

/** One of these channels of the VM's tools is open (rule K97). `vm` of the strike. */
function hasTool<Id extends string>(
  id: Id,
  tools: readonly Tool[],
  words: Need['words'],
): Need<Id> {
  const open = (world: ReadonlyWorld, vm: number): readonly Tool[] =>
    tools.filter((tool) => find(world.vms, vm)?.tools.includes(tool));
  return {
    id,
    words,
    known: {
      inside: (known, { vm }) => {
        const noted = about(known, vm, 'tools');
        return noted === undefined
          ? undefined
          : tools.some((tool) => noted.split(',').includes(tool));
      },
    },
    holds: (world, { vm = 0 }) => open(world, vm).length > 0,
    facts: (_, { vm = 0 }) => [fact('vms', vm, 'tools')],
    counters: (world, { vm = 0 }) => {
      const orders = open(world, vm).map((tool) => ({
        command: 'tool-channel',
        args: { vm, tool, to: 'off' },
      }));
      const [first, next] = orders;
      if (!first) return [];
      const since = fact('vms', vm, 'tools');
      return [{ ...first, ...(next ? { next } : {}), moment: 'after', fact: since }];
    },
  };
}

/** Shared folders are switched on for it. */
export const sharesFolders = hasTool('shares-folders', ['shared-folders'], {
  short: { ko: '공유 폴더 켜짐', en: 'shared folders on' },
  failed: { ko: '공유 폴더가 꺼져 있었습니다', en: 'shared folders were off' },
});

/** What is dragged or copied can be handed over: the two are one channel (CVE-2016-7461). */
export const dragsOrCopies = hasTool('drags-or-copies', ['drag-and-drop', 'clipboard'], {
  short: { ko: '끌어놓기·클립보드 켜짐', en: 'drag-and-drop or clipboard on' },
  failed: {
    ko: '끌어놓기와 클립보드가 모두 꺼져 있었습니다',
    en: 'drag-and-drop and the clipboard were both off',
  },
});

/** What is copied at the host can be had in the guest. */
export const sharesClipboard = hasTool('shares-clipboard', ['clipboard'], {
  short: { ko: '클립보드 켜짐', en: 'clipboard on' },
  failed: { ko: '클립보드가 꺼져 있었습니다', en: 'the clipboard was off' },
});

/** Somebody at the host has copied data of another tenant. `host` and `tenant` of the strike. */
export const secretCopied: Need<'secret-copied'> = {
  id: 'secret-copied',
  words: {
    short: { ko: '호스트에서 누가 비밀을 복사', en: 'a secret was copied at the host' },
    failed: {
      ko: '호스트의 클립보드에 남의 데이터가 없었습니다',
      en: 'nothing of others had been copied at the host',
    },
  },
  holds: (world, { host = 0, tenant = 0 }) => {
    const asset = find(world.assets, find(world.hosts, host)?.clipboard ?? NONE);
    return find(world.tenants, tenant) !== null && asset !== null && asset.tenant !== tenant;
  },
  facts: (world, { host = 0 }) => [fact('hosts', host, 'clipboard'), ...clipped(world, host)],
  counters: () => [],
};

function clipped(world: ReadonlyWorld, host: number): FactRef[] {
  const asset = find(world.hosts, host)?.clipboard ?? NONE;
  return asset === NONE ? [] : [fact('assets', asset, 'tenant')];
}
