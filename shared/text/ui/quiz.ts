import type { Room } from '../kinds.ts';

/** What defenders can do, in general: without the host or the VM that it would be done to. */
const controls = {
  'audit-hypercalls': { ko: '하이퍼콜 감사', en: 'Audit hypercalls' },
  'change-machine-type': {
    ko: '플로피 컨트롤러가 없는 머신 타입',
    en: 'A machine type without a floppy',
  },
  'close-breach': { ko: '유출 통지와 키 교체', en: 'Notify of the leak, change its keys' },
  'confine-host': {
    ko: '장치 에뮬레이터 샌드박스와 시스템 콜 필터(seccomp)',
    en: 'Sandbox device models, filter system calls (seccomp)',
  },
  'create-vm': {
    ko: '요청받은 VM을 다른 호스트에 배치',
    en: 'Place the requested VM on another host',
  },
  'destroy-vm': { ko: 'VM 삭제', en: 'Delete the VM' },
  'detach-device': { ko: '쓰지 않는 가상 장치 떼어 내기', en: 'Detach the unused device' },
  'encrypt-volume': { ko: '볼륨 암호화', en: 'Encrypt the volume' },
  'exit-filter': { ko: 'VM exit(VM 이탈) 필터', en: 'A filter on VM exits' },
  'grow-vm': { ko: 'VM 메모리 늘리기', en: 'Give the VM more memory' },
  'investigate-host': { ko: '호스트 조사', en: 'Investigate the host' },
  'investigate-vm': { ko: 'VM 조사', en: 'Investigate the VM' },
  'migrate-vm': { ko: 'VM을 다른 호스트로 옮기기', en: 'Migrate the VM to another host' },
  'patch-guest': { ko: '게스트 패치', en: 'Patch the guest' },
  'patch-host': { ko: '하이퍼바이저 패치', en: 'Patch the hypervisor' },
  'patch-image': { ko: '이미지 패치', en: 'Patch the image' },
  'place-sensor': { ko: '가상 스위치에 IDS · IPS 설치', en: 'An IDS or IPS on the virtual switch' },
  'port-security': { ko: '가상 스위치 포트 보안', en: 'Port security on the virtual switch' },
  'push-policy': { ko: '방화벽 정책 다시 배포', en: 'Push the firewall policy again' },
  'quarantine-vm': { ko: 'VM 네트워크 차단(quarantine)', en: 'Quarantine the VM' },
  'rebuild-host': { ko: '신뢰할 수 있는 매체로 호스트 재설치', en: 'Reinstall the host' },
  'rebuild-vm': { ko: '이미지에서 VM 새로 만들기', en: 'Rebuild the VM from its image' },
  'restart-vm': { ko: 'VM 재시작', en: 'Restart the VM' },
  'reclaim-vm': { ko: '담당자 없는 VM 회수', en: 'Reclaim the orphaned VM' },
  'remove-rule': { ko: '모두 허용하는 규칙 삭제', en: 'Remove the any-any rule' },
  'rollback-vm': { ko: '스냅샷으로 되돌리기', en: 'Roll the VM back to a snapshot' },
  'scrub-frames': { ko: '빈 메모리 프레임 소거', en: 'Scrub free memory frames' },
  'scrub-policy': { ko: '메모리 소거(scrubbing) 정책', en: 'A scrubbing policy for memory' },
  'snapshot-vm': { ko: '스냅샷 생성', en: 'Take a snapshot' },
  'tune-ips': { ko: 'IPS 예외 설정', en: 'Tune the IPS' },
  'stop-vm': { ko: 'VM 정지', en: 'Stop the VM' },
  'verify-policy': { ko: '정책이 지켜지는지 검증', en: 'Verify that policy is kept' },
  'wipe-blocks': { ko: '빈 디스크 블록 소거', en: 'Wipe free disk blocks' },
  'wipe-policy': { ko: '디스크 소거 정책', en: 'A wiping policy for disks' },
} satisfies Room;

/** After a versus: which control would have stopped what the attackers did; and the two halves. */
export const quiz = {
  controls,
  title: { ko: '무엇으로 막을 수 있었습니까?', en: 'What would have stopped it?' },
  lead: {
    ko: '여러분이 성공한 공격입니다. 방어 팀이 무엇을 했다면 일어나지 않았을지 골라 보세요.',
    en: 'Your attack worked. Choose what the defenders could have done to prevent it.',
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
  breaks: { ko: '없애는 조건: {{need}}', en: 'Makes this false: {{need}}' },
  proof: {
    ko: '{{time}}에 “{{done}}”: 같은 시드로 다시 돌리니 일어나지 않았습니다',
    en: 'At {{time}}, {{done}}: run again with the same seed, it does not happen',
  },
  touchesNothing: {
    ko: '이때 참이었던 조건 가운데 어느 것도 거짓으로 만들지 않습니다',
    en: 'It makes none of those conditions false',
  },
  tried: {
    ko: '같은 시드로 다시 돌려 보았지만 그대로 일어났습니다',
    en: 'Run again with the same seed, it happens all the same',
  },

  halves: { ko: '전반과 후반 비교', en: 'The two halves' },
  halvesBody: {
    ko: '같은 시드, 같은 세계에서 공격과 방어를 바꾸었습니다. 방어할 때 얻은 점수를 비교합니다.',
    en: 'The same seed and the same world, sides swapped: compare what each scored in defence.',
  },
  halfOne: { ko: '전반 방어', en: 'defended first' },
  halfTwo: { ko: '후반 방어', en: 'defended second' },
  stillToCome: {
    ko: '후반에는 공격과 방어를 바꿉니다. 같은 세계를 이번에는 상대 팀이 지킵니다.',
    en: 'Sides are swapped next: the other team defends the same world.',
  },
  ahead: {
    ko: '{{team}} 팀이 {{points}}점 앞섰습니다',
    en: '{{team}} was ahead by {{points}}',
  },
  even: { ko: '두 팀의 점수가 같습니다', en: 'Both teams scored the same' },
} satisfies Room;
