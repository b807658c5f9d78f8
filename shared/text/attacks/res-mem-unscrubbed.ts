import type { AttackText } from '../kinds.ts';

export const resMemUnscrubbed = {
  name: { ko: '메모리 잔존 데이터 읽기', en: 'Reading residual memory' },
  does: {
    ko: '받은 메모리를 끝까지 읽어 이전 소유자이 남긴 데이터를 찾습니다. 지우지 않은 프레임을 받았어야 합니다. 쓰기 전에 읽은 흔적이 남습니다.',
    en: 'Reads its memory from end to end for what an earlier owner left. It takes frames that nobody wiped, and leaves pages that were read before they were written.',
  },
  lead: {
    ko: '공격자는 아무것도 깨뜨리지 않았습니다. 지우지 않고 넘겨받은 프레임을 읽었을 뿐입니다. 아래 조건 가운데 하나만 없었어도 이 일은 일어나지 않았을 것입니다.',
    en: 'The attacker broke nothing; they read what they were handed unwiped. Without any one of the conditions below it could not have happened.',
  },
  title: {
    ko: '{{victim}}의 {{asset}}{이/가} {{tenant}}의 VM으로 새어 나갔습니다',
    en: 'The {{asset}} of {{victim}} leaked into a VM of {{tenant}}',
  },
  needs: {
    'guest-runs': { ko: '읽는 VM이 켜져 있었다', en: 'The reading VM was running' },
    'kernel-in-guest': {
      ko: '공격자가 그 VM의 커널을 장악하고 있어 받은 메모리를 그대로 읽을 수 있었다',
      en: 'The attacker had the VM’s kernel, and so could read the memory it was given',
    },
    'frame-is-theirs': {
      ko: '그 프레임이 그 VM에 할당되어 있었다',
      en: 'The frame had been given to that VM',
    },
    'foreign-residue': {
      ko: '다른 테넌트의 데이터가 지워지지 않고 남아 있었다',
      en: 'Another tenant’s data was still in it, unwiped',
    },
  },
} satisfies AttackText;
