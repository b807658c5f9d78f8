import type { Room } from '../kinds.ts';

/** What defenders can do, in general: without the host or the VM that it would be done to. */
const controls = {
  'close-breach': { ko: '침해 통지와 수습', en: 'Close the breach and notify' },
  'confine-host': {
    ko: '장치 프로세스 샌드박스와 시스템 콜 필터',
    en: 'Sandbox device processes, filter calls',
  },
  'create-vm': { ko: '요청받은 VM을 다른 자리에 배치', en: 'Place the requested VM elsewhere' },
  'destroy-vm': { ko: 'VM 삭제', en: 'Delete the VM' },
  'detach-device': { ko: '쓰지 않는 가상 장치 떼어 내기', en: 'Detach the unused device' },
  'encrypt-volume': { ko: '볼륨 암호화', en: 'Encrypt the volume' },
  'exit-filter': { ko: 'VM exit 경계 검사 필터', en: 'A bounds check on VM exits' },
  'grow-vm': { ko: 'VM 메모리 늘리기', en: 'Give the VM more memory' },
  'investigate-host': { ko: '호스트 조사', en: 'Investigate the host' },
  'investigate-vm': { ko: 'VM 조사', en: 'Investigate the VM' },
  'migrate-vm': { ko: 'VM을 다른 호스트로 옮기기', en: 'Migrate the VM to another host' },
  'patch-guest': { ko: '게스트 패치', en: 'Patch the guest' },
  'patch-host': { ko: '하이퍼바이저 패치', en: 'Patch the hypervisor' },
  'patch-image': { ko: '이미지 패치', en: 'Patch the image' },
  'place-sensor': { ko: '가상 스위치에 IDS · IPS 두기', en: 'An IDS or IPS on the virtual switch' },
  'port-security': { ko: '가상 스위치 포트 보안', en: 'Port security on the virtual switch' },
  'push-policy': { ko: '방화벽 정책 다시 배포', en: 'Push the firewall policy again' },
  'quarantine-vm': { ko: 'VM 격리', en: 'Quarantine the VM' },
  'rebuild-vm': { ko: '이미지에서 VM 새로 만들기', en: 'Rebuild the VM from its image' },
  'reclaim-vm': { ko: '주인 없는 VM 회수', en: 'Reclaim the orphaned VM' },
  'remove-rule': { ko: '모두 허용하는 규칙 빼기', en: 'Take the any-any rule out' },
  'rollback-vm': { ko: '스냅샷으로 되돌리기', en: 'Roll the VM back to a snapshot' },
  'scrub-frames': { ko: '남은 메모리 프레임 소거', en: 'Scrub the frames left behind' },
  'scrub-policy': { ko: '메모리 소거 정책', en: 'A scrubbing policy for memory' },
  'snapshot-vm': { ko: '스냅샷 찍기', en: 'Take a snapshot' },
  'stop-vm': { ko: 'VM 끄기', en: 'Stop the VM' },
  'verify-policy': { ko: '정책이 지켜지는지 검증', en: 'Verify that policy is kept' },
  'wipe-blocks': { ko: '남은 디스크 블록 지우기', en: 'Wipe the blocks left behind' },
  'wipe-policy': { ko: '디스크 삭제 정책', en: 'A wiping policy for disks' },
} satisfies Room;

/** After a versus: which control would have stopped what the attackers did; and the two halves. */
export const quiz = {
  controls,
  title: { ko: '무엇이 막았을까요?', en: 'What would have stopped it?' },
  lead: {
    ko: '여러분이 해낸 공격입니다. 방어자가 무엇을 했다면 일어나지 않았을지 골라 보십시오.',
    en: 'You did this. Choose what the defenders could have done so that it does not happen.',
  },
  proving: {
    ko: '무엇이 막을 수 있었는지 다시 돌려 보며 확인하고 있습니다',
    en: 'Running it again to prove what would have stopped it',
  },
  none: {
    ko: '명령 하나로 막을 수 있었다고 증명된 것은 없습니다.',
    en: 'No single command was proved to stop it.',
  },
  right: { ko: '맞습니다.', en: 'Right.' },
  wrong: { ko: '아닙니다.', en: 'No.' },
  breaks: { ko: '끊는 고리: {{need}}', en: 'Makes this false: {{need}}' },
  proof: {
    ko: '{{time}}에 “{{done}}”: 같은 시드로 다시 돌리니 일어나지 않았습니다',
    en: 'At {{time}}, {{done}}: run again with the same seed, it does not happen',
  },
  touchesNothing: {
    ko: '이때 참이었던 조건 가운데 어느 것도 거짓으로 만들지 않습니다',
    en: 'It makes none of what was true then false',
  },
  tried: {
    ko: '같은 시드로 다시 돌려 보았지만 그대로 일어났습니다',
    en: 'Run again with the same seed, it happens all the same',
  },

  halves: { ko: '두 판 비교', en: 'The two halves' },
  halvesBody: {
    ko: '같은 시드, 같은 세계에서 서로 자리를 바꾸었습니다. 방어할 때 얻은 점수를 견줍니다.',
    en: 'The same seed and the same world, sides swapped: compare what each scored in defence.',
  },
  halfOne: { ko: '전반 방어', en: 'defended first' },
  halfTwo: { ko: '후반 방어', en: 'defended second' },
  stillToCome: {
    ko: '다음 판에서 자리를 바꿉니다. 같은 세계를 이번에는 상대가 지킵니다.',
    en: 'Sides are swapped next: the other team defends the same world.',
  },
  ahead: {
    ko: '{{team}} 팀이 {{points}}점 앞섰습니다',
    en: '{{team}} was ahead by {{points}}',
  },
  even: { ko: '두 팀의 점수가 같습니다', en: 'Both teams scored the same' },
} satisfies Room;
