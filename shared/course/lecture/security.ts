import type { LectureSection } from './section.ts';

/** §22 to §29: what can go wrong, and what of it concerns a cloud. */
export const security: readonly LectureSection[] = [
  {
    number: 22,
    words: {
      topic: {
        ko: '하이퍼바이저 보안과 가상화 보안',
        en: 'Security of the hypervisor and of virtualisation',
      },
      here: {
        ko: '하이퍼바이저의 보안은 필요하지만 충분하지 않습니다. 이미지, 네트워크, 자격 증명에서도 피해가 납니다.',
        en: 'A secure hypervisor is necessary and not sufficient: harm comes by images, networks and credentials too.',
      },
      todo: {
        ko: '하이퍼바이저 패치, 장치 프로세스 샌드박스',
        en: 'Patch the hypervisor, confine device processes',
      },
    },
    rules: ['K7', 'K9', 'K11', 'A1'],
    commands: ['patch-host', 'confine-host'],
    played: [{ scenario: 'three-tenants', sign: { event: 'patched' } }],
  },
  {
    number: 23,
    words: {
      topic: { ko: '가상화 보안 개요', en: 'Security of virtualisation: an overview' },
      here: {
        ko: '악성 VM 하나가 이웃과 하이퍼바이저를 공격합니다. 의심스러운 VM을 조사하고 네트워크를 차단하면 그 사슬이 끊깁니다.',
        en: 'One malicious VM attacks its neighbours and the hypervisor. Investigating it and putting it into quarantine breaks that chain.',
      },
      todo: {
        ko: 'VM 조사, 네트워크 차단, 게스트 패치',
        en: 'Investigate a VM, put it into quarantine, patch guests',
      },
    },
    rules: ['A1', 'N7', 'S8', 'X6'],
    commands: ['investigate-vm', 'quarantine-vm', 'patch-guest'],
    played: [
      { scenario: 'first-shift', sign: { order: 'investigate-vm' } },
      { scenario: 'silent-neighbours', sign: { done: 'sc-l1tf' } },
    ],
  },
  {
    number: 24,
    words: {
      topic: {
        ko: '가상화의 이익과 위험',
        en: 'What is gained, and what is risked',
      },
      here: {
        ko: '쉽게 만든 VM은 주인 없이 남고, 쉽게 바꾼 네트워크는 잘못 열립니다. 강의가 적지 않은 셋은 이 게임이 채웠습니다: 오래된 상태로 되돌리기, 한 호스트에 모으기, 옮겨 다니기.',
        en: 'VMs made easily are left without an owner; networks changed easily stand open. The three that the lecture leaves out are filled in here: going back to old states, gathering on one host, moving.',
      },
      todo: {
        ko: '담당자에게 묻고 회수하기, 정책 검증, 포트의 VLAN 고치기, 되돌린 뒤 다시 패치, 마이그레이션 암호화',
        en: 'Ask owners and reclaim, verify the policy, mend a port’s VLAN, patch again after a rollback, encrypt migrations',
      },
    },
    rules: ['G7', 'G8', 'N4', 'N8', 'N21'],
    commands: [
      'reclaim-vm',
      'ask-owner',
      'verify-policy',
      'port-vlan',
      'rollback-vm',
      'encrypt-migration',
    ],
    played: [
      { scenario: 'three-tenants', sign: { order: 'reclaim-vm' } },
      { scenario: 'old-template', sign: { done: 'sprawl-orphan' } },
      { scenario: 'on-the-move', sign: { event: 'vm-moved' } },
      { scenario: 'inherited-room', sign: { done: 'net-vlan-hop' } },
    ],
  },
  {
    number: 25,
    words: {
      topic: { ko: '일곱 가지 공격 타겟', en: 'The seven targets' },
      here: {
        ko: '모든 공격은 일곱 타겟 가운데 하나에 속합니다. 2번은 호스트 OS처럼 가상화를 떠받치는 OS, 6번은 게스트 OS로 읽습니다. 아무것도 뚫지 않고 표적과 같은 하드웨어에 자리를 잡는 것만으로도 1번 타겟의 공격이 시작됩니다.',
        en: 'Every attack belongs to one of the seven targets. The second is read as the OS below virtualisation, such as a host’s; the sixth is the guest’s. To be on the same hardware as one’s target breaks nothing by itself, and is where attacks on the first begin.',
      },
      todo: {
        ko: '성능 카운터 감시, 테넌트 전용 호스트, 하이퍼바이저와 게스트 패치, 잠금 모드와 다중 인증',
        en: 'Watch counters, dedicate hosts, patch hypervisors and guests, lockdown mode and a second factor',
      },
    },
    rules: ['M2', 'M30', 'K95', 'K10', 'G7', 'K60', 'G1', 'N8', 'A160'],
    commands: [
      'watch-counters',
      'dedicate-host',
      'patch-host',
      'lockdown-host',
      'require-mfa',
      'patch-guest',
    ],
    played: [
      { scenario: 'silent-neighbours', sign: { done: 'sc-prime-probe' } },
      { scenario: 'device-bay', sign: { done: 'esc-nic-pcnet' } },
      { scenario: 'open-console', sign: { done: 'mgmt-console-exposed' } },
      { scenario: 'soft-copy', sign: { done: 'snap-memfile-theft' } },
      { scenario: 'paying-guest', sign: { done: 'recon-coresidency' } },
    ],
  },
  {
    number: 26,
    words: {
      topic: {
        ko: '보안 모델의 발전: 영향과 신뢰',
        en: 'Models of security: impact and trust',
      },
      here: {
        ko: '강의에는 내용이 없어 이렇게 읽습니다. 믿어야 하는 것이 줄수록 하나를 잃었을 때의 영향도 줄어듭니다. 신뢰 레이어가 그 범위를 그립니다.',
        en: 'The lecture leaves it open; it is read so: the less has to be trusted, the less falls with one loss. The Trust layer draws how much.',
      },
      todo: {
        ko: '자격 증명 분리, 무결성 증명, 게스트 들여다보기, 메모리 암호화',
        en: 'Separate credentials, attest hosts, look into guests, encrypt memory',
      },
    },
    rules: ['K60', 'K61', 'K62', 'X6', 'X7'],
    commands: ['rotate-credentials', 'attest-host', 'introspect-host', 'encrypt-memory'],
    played: [{ scenario: 'one-key', sign: { order: 'rotate-credentials' } }],
  },
  {
    number: 27,
    words: {
      topic: {
        ko: '가상화 보안의 걱정거리',
        en: 'Concerns of virtualisation',
      },
      here: {
        ko: '같은 호스트의 VM끼리 주고받는 패킷은 물리 네트워크의 센서에 보이지 않습니다. IPS는 막는 대신 정상 트래픽도 끊을 수 있습니다.',
        en: 'What VMs of one host say to each other is not seen on the physical network. An IPS blocks, and can cut ordinary traffic.',
      },
      todo: {
        ko: '가상 스위치에 센서 두기, IPS 조정, 게스트 패치',
        en: 'Put a sensor into a virtual switch, tune the IPS, patch guests',
      },
    },
    rules: ['N1', 'S20', 'S21', 'N11', 'N12', 'G1'],
    commands: ['place-sensor', 'tune-ips', 'patch-guest'],
    played: [{ scenario: 'first-shift', sign: { event: 'sensor-placed' } }],
  },
  {
    number: 28,
    words: {
      topic: { ko: '가상화된 클라우드의 걱정거리 1', en: 'Concerns of a cloud, 1' },
      here: {
        ko: '하이퍼바이저를 잃으면 그 호스트의 모든 VM을 잃고, 다른 호스트는 자격 증명을 공유할 때 잃습니다. 반납한 프레임과 블록에는 데이터가 남고, 변경마다 스위치에 규칙을 다시 주어야 합니다.',
        en: 'With a hypervisor every VM of that host is lost; other hosts only by a credential they share. Freed frames and blocks keep data, and each change takes another push of the rules.',
      },
      todo: {
        ko: '프레임 소거와 정책, 블록 지우기, 정책 배포, 자격 증명 교체',
        en: 'Scrub frames and set the policy, wipe blocks, push the policy, rotate credentials',
      },
    },
    rules: ['K11', 'A8', 'K60', 'M2', 'M5', 'M6', 'B1', 'N5', 'N6'],
    commands: ['scrub-frames', 'scrub-policy', 'wipe-blocks', 'push-policy', 'rotate-credentials'],
    played: [
      { scenario: 'vacated-seat', sign: { event: 'frames-scrubbed' } },
      { scenario: 'one-key', sign: { done: 'lateral-shared-credential' } },
      { scenario: 'on-the-move', sign: { event: 'rules-pushed' } },
    ],
  },
  {
    number: 29,
    words: {
      topic: { ko: '가상화된 클라우드의 걱정거리 2', en: 'Concerns of a cloud, 2' },
      here: {
        ko: '센서는 VM을 따라 움직이지 않습니다. 이미지를 패치해도 그것으로 만든 VM은 그대로이고, 스냅샷으로 되돌리면 패치도 되돌아갑니다.',
        en: 'A sensor does not follow a VM that moves. A patched image does not patch the VMs made from it, and a rollback takes patches back.',
      },
      todo: {
        ko: '배포 자동화, 센서 옮겨 두기, 이미지 패치와 서명 검증, 새로 만든 이미지로 다시 빌드',
        en: 'Automate pushes, place sensors where VMs go, patch images and verify their signatures, build them from a recipe and rebuild VMs',
      },
    },
    rules: ['S20', 'N18', 'G2', 'G7', 'G21', 'A170'],
    commands: [
      'automate-push',
      'place-sensor',
      'patch-image',
      'build-anew',
      'rebuild-vm',
      'verify-images',
    ],
    played: [
      { scenario: 'three-tenants', sign: { event: 'vm-reverted' } },
      { scenario: 'inherited-room', sign: { order: 'patch-image' } },
      { scenario: 'old-template', sign: { done: 'img-secrets-left' } },
      { scenario: 'image-library', sign: { done: 'img-golden-backdoor' } },
    ],
  },
];
