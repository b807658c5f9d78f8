import type { RefusalCode } from '../protocol/refusal.ts';
import type { Words } from '../world/words.ts';

type Path = RefusalCode extends infer Code
  ? Code extends `${infer Texts}.${infer Name}`
    ? `${Texts}/${Name}`
    : never
  : never;

/** What stands in the way, and what would remove it. Codes with `/` for their dot. */
export const refusals = {
  'rule/no-such-thing': { ko: '그런 대상이 없습니다.', en: 'There is no such thing.' },
  'rule/nothing-held': {
    ko: '그 exit는 더 이상 보류 중이 아닙니다.',
    en: 'That exit is no longer held.',
  },
  'rule/holds-full': {
    ko: '보류로 지켜볼 수 있는 VM은 {{most}}대까지입니다. 하나를 풀면 할 수 있습니다.',
    en: 'No more than {{most}} {VM/VMs} can be marked by a hold of their own. Release one first.',
  },
  'rule/unknown-command': { ko: '알 수 없는 명령입니다.', en: 'That command is not known.' },
  'rule/not-in-deck': {
    ko: '이 시나리오에서는 쓰지 않는 명령입니다.',
    en: 'This scenario is played without that command.',
  },
  'rule/bad-arguments': {
    ko: '명령의 인자가 맞지 않습니다.',
    en: 'The command’s arguments are not valid.',
  },
  'rule/match-over': { ko: '경기가 끝났습니다.', en: 'The match is over.' },
  'rule/written-already': {
    ko: '경기가 시작되어 문구를 바꿀 수 없습니다.',
    en: 'The match is live. The phrase cannot be changed any more.',
  },
  'rule/no-free-hand': {
    ko: '동시 작업 {{hands}}개를 모두 사용 중입니다. 하나가 끝나면 할 수 있습니다.',
    en: 'Job slots in use: all {{hands}}. It can start when one is free.',
  },
  'rule/too-few-credits': {
    ko: '{{price}} 크레딧이 필요하지만 {{credits}} 크레딧뿐입니다.',
    en: 'It takes {{price}} {credit/credits}; there {is/are} {{credits}}.',
  },
  'rule/target-busy': {
    ko: '{{subject}}에 이미 작업이 진행 중입니다.',
    en: 'Someone is already working on {{subject}}.',
  },
  'rule/frames-short': {
    ko: '{{host}}에 빈 프레임이 {{free}}개뿐입니다. {{wanted}}개가 필요합니다.',
    en: '{{host}} has {{free}} free {frame/frames}; it takes {{wanted}}.',
  },
  'rule/blocks-short': {
    ko: '{{host}}의 디스크에 빈 블록이 {{free}}개뿐입니다. {{wanted}}개가 필요합니다.',
    en: '{{host}} has {{free}} free {block/blocks}; it takes {{wanted}}.',
  },
  'rule/technique-unfit': {
    ko: '{{host}}에서는 이 VM을 {{technique}}{으로/로} 실행할 수 없습니다. {{misfit}}.',
    en: '{{host}} cannot run it as {{technique}}: {{misfit}}.',
  },
  'rule/legacy-only': {
    ko: '이 게스트 OS는 구형 머신 타입의 드라이버만 있어 다른 머신에서는 부팅되지 않습니다.',
    en: 'This guest OS has drivers for the old machine type only and does not boot on another.',
  },
  'rule/no-live-patch': {
    ko: '남은 결함은 라이브 패치가 없습니다. 호스트를 비우고 재부팅해야 합니다.',
    en: 'What is left has no live patch: empty the host and reboot it.',
  },
  'rule/no-driver': {
    ko: '이 게스트에는 그 장치의 드라이버가 없습니다.',
    en: 'Its guest has no driver for that device.',
  },
  'rule/own-device': {
    ko: '호스트의 장치가 직접 할당된 VM은 켜 둔 채로 옮길 수 없습니다. 가상 네트워크 카드로 바꾸거나 정지하면 옮길 수 있습니다.',
    en: 'A device of its host is passed through to it, so it cannot be moved live. Give it a virtual card or stop it first.',
  },
  'rule/core-stuck': {
    ko: '이 VM의 가상 CPU 하나가 코어를 놓지 않아 일시 정지할 수 없고, 그래서 옮길 수 없습니다. VM을 정지하면 옮길 수 있습니다.',
    en: 'One of its virtual CPUs cannot be paused to be moved: its core does not come back. Stop it first.',
  },
  'rule/pinned': {
    ko: '호스트의 장치가 직접 할당된 VM의 메모리는 고정되어(pinned) 있어, 켜져 있는 동안 늘리거나 회수할 수 없습니다.',
    en: 'A device of its host is passed through to it, so its memory is pinned: nothing is added or taken while it runs.',
  },
  'rule/no-remapping': {
    ko: '{{host}}의 칩셋이 지원하지 않습니다. 직접 할당한 장치를 거두는 것이 방법입니다.',
    en: 'The chipset of {{host}} cannot do it. What is left is to take back what was passed through.',
  },
  'rule/iommu-off': {
    ko: '{{host}}의 IOMMU(DMA 재매핑)가 꺼져 있습니다. 먼저 켜야 합니다.',
    en: 'The IOMMU (DMA remapping) of {{host}} is off. It has to be on first.',
  },
  'rule/no-function': {
    ko: '{{host}}의 VF를 이 VM에 줄 수 없습니다. {{lack}}.',
    en: 'No VF of {{host}} can be given to it: {{lack}}.',
  },
  'rule/no-snapshot': {
    ko: '되돌아갈 스냅샷이 없습니다.',
    en: 'There is no snapshot to go back to.',
  },
  'rule/nothing-to-merge': {
    ko: '{{host}}에는 합칠 exit를 내는 VM이 없습니다.',
    en: 'No VM of {{host}} makes exits that could be merged.',
  },
  'rule/not-a-container': {
    ko: '컨테이너가 아닙니다. VM은 자기 커널이 있어 거둘 특권이 없습니다.',
    en: 'It is no container. A VM has a kernel of its own, and no such privileges.',
  },
  'rule/nothing-to-wipe': {
    ko: '{{host}}의 빈 블록에는 남은 것이 없습니다.',
    en: 'Nothing is left in the free blocks of {{host}}.',
  },
  'rule/host-not-empty': {
    ko: '{{host}}에서 VM {{vms}}개가 실행 중입니다. 옮기거나 정지하면 재부팅할 수 있습니다.',
    en: 'VMs still run on {{host}}: {{vms}}. Move or stop them and it can be rebooted.',
  },
  'rule/memory-encrypted': {
    ko: '메모리가 암호화된 VM이라 호스트가 읽을 수 없고, 실행 중에는 옮길 수도 없습니다.',
    en: 'Its memory is encrypted: the host cannot read it, nor move it while it runs.',
  },
  'rule/host-cannot-encrypt': {
    ko: '{{host}}의 CPU는 메모리 암호화(SEV-SNP, TDX)를 지원하지 않습니다.',
    en: 'The CPU of {{host}} cannot encrypt memory (SEV-SNP, TDX).',
  },
  'rule/guest-cannot-encrypt': {
    ko: '이 게스트는 메모리 암호화를 지원하지 않습니다. 64비트 커널이고 하드웨어 지원 가상화로 실행되어야 합니다.',
    en: 'This guest cannot run with its memory encrypted: it takes a 64-bit kernel and hardware assistance.',
  },
  'rule/no-copy': {
    ko: '이 VM의 복원 지점이 없습니다.',
    en: 'There is no restore point of this VM.',
  },
  'rule/files-encrypted': {
    ko: '누군가 이 VM의 파일을 암호화했습니다. 먼저 이미지로 다시 만드세요.',
    en: 'Somebody has encrypted this VM’s files. Rebuild it from its image first.',
  },
  'rule/config-differs': {
    ko: '설정이 승인된 것과 다릅니다. 설정을 확인하고 승인하세요.',
    en: 'Its configuration is not what was approved. Review and approve it first.',
  },
  'rule/image-unsigned': {
    ko: '이미지에 서명이 없거나 서명한 뒤에 바뀌었습니다. 새로 빌드하거나 서명하세요.',
    en: 'The image is not signed, or was changed since. Build it again, or sign it.',
  },
  'rule/no-tpm': {
    ko: '{{host}}에는 측정값을 담을 보안 칩(TPM)이 없어 증명할 수 없습니다.',
    en: '{{host}} has no TPM: nothing measures what it boots.',
  },
  'rule/over-quota': {
    ko: '이 테넌트의 할당량은 프레임 {{quota}}개이고 이미 {{has}}개를 받았습니다. {{wanted}}개를 더 줄 수 없습니다.',
    en: 'Its tenant’s quota is {{quota}} {frame/frames}, and {{has}} are given out: not {{wanted}} more.',
  },
  'rule/over-reserved': {
    ko: '{{host}}의 사이클 가운데 {{permille}}‰가 예약됩니다. 900‰까지만 예약할 수 있습니다.',
    en: 'That would reserve {{permille}}‰ of the cycles of {{host}}; 900‰ is the most.',
  },
  'rule/over-promised': {
    ko: '{{host}}{이/가} 약속한 프레임은 {{promised}}개인데 가진 것은 {{frames}}개입니다. 약속한 양을 줄이거나 메모리를 늘려야 끌 수 있습니다.',
    en: '{{host}} has promised {{promised}} {frame/frames} and has {{frames}}. It can be done once what is promised fits.',
  },
  'rule/host-dedicated': {
    ko: '{{host}}{은/는} {{tenant}} 전용 호스트라 다른 테넌트의 VM을 받지 않습니다.',
    en: '{{host}} is dedicated to {{tenant}} and takes in no VM of another tenant.',
  },
  'rule/host-in-use': {
    ko: '{{host}}에 아직 VM이나 데이터가 있습니다.',
    en: 'There are still VMs or snapshots on {{host}}.',
  },
  'rule/no-place': {
    ko: '호스트를 더 놓을 자리가 없습니다.',
    en: 'The room has no place for another host.',
  },
  'rule/nothing-to-take': {
    ko: '더 회수할 프레임이 없습니다.',
    en: 'It has no frame left to give back.',
  },
  'rule/request-closed': { ko: '이미 처리한 요청입니다.', en: 'That request is no longer open.' },
  'rule/wrong-power': {
    ko: '지금은 할 수 없습니다. 현재 상태: {{power}}.',
    en: 'Not while it is {{power}}.',
  },
  'rule/nothing-to-scrub': {
    ko: '{{host}}의 빈 프레임에는 남은 것이 없습니다.',
    en: 'Nothing is left in the free frames of {{host}}.',
  },
  'rule/no-quarantine': {
    ko: '이 시나리오에는 차단 구역이 없습니다. VM을 정지할 수는 있습니다.',
    en: 'There is no quarantine zone here. You can stop the VM instead.',
  },
  'rule/no-ips': {
    ko: '{{host}}의 가상 스위치에는 IPS가 없습니다.',
    en: 'There is no IPS in the virtual switch of {{host}}.',
  },
  'rule/already-so': { ko: '이미 그렇게 되어 있습니다.', en: 'Already set.' },
  'rule/still-wanted': {
    ko: '테넌트가 삭제를 요청하지 않았습니다. 정지할 수는 있습니다.',
    en: 'Its tenant has not asked for that. You can stop it instead.',
  },
  'rule/same-order': { ko: '이미 받은 명령입니다.', en: 'That order was taken before.' },
  'rule/not-live': {
    ko: '준비 시간에는 공격할 수 없습니다. 경기가 시작되면 할 수 있습니다.',
    en: 'No attack during Prepare. It opens when the match goes live.',
  },
  'rule/resting': {
    ko: '축출된 뒤라 앞으로 {{seconds}}초 동안은 새로 시작할 수 없습니다. 다른 곳에서 하던 일은 계속됩니다.',
    en: 'You were evicted: nothing new for {{seconds}} s. What is under way elsewhere goes on.',
  },
  'rule/under-way': { ko: '이미 진행 중입니다.', en: 'That is under way already.' },
  'rule/not-your-role': {
    ko: '{{role}} 역할이 맡은 명령입니다.',
    en: 'That command belongs to the role {{role}}.',
  },
  'protocol/malformed': {
    ko: '보낸 내용을 이해하지 못했습니다.',
    en: 'That message could not be understood.',
  },
  'protocol/too-large': { ko: '보낸 내용이 너무 큽니다.', en: 'That message is too large.' },
  'protocol/too-fast': {
    ko: '너무 빠릅니다. 잠시 뒤에 다시 해 주세요.',
    en: 'Too fast. Try again in a moment.',
  },
  'protocol/old-version': {
    ko: '새 버전이 나왔습니다. 페이지를 새로 고쳐 주세요.',
    en: 'There is a newer version. Please reload this page.',
  },
  'protocol/internal': {
    ko: '서버에서 문제가 생겼습니다. 아무것도 바뀌지 않았습니다.',
    en: 'Something went wrong on the server. Nothing was changed.',
  },
  'protocol/unanswered': {
    ko: '연결이 끊겨 처리되었는지 알 수 없습니다. 확인한 뒤 다시 해 주세요.',
    en: 'The connection broke before the answer. Check whether it was done, then try again.',
  },
  'session/unknown': {
    ko: '그런 코드의 수업이 없습니다.',
    en: 'There is no session with that code.',
  },
  'session/over': {
    ko: '이미 끝난 수업이라 새로 들어올 수 없습니다.',
    en: 'This class has ended. Nobody new can come in.',
  },
  'session/would-end': {
    ko: '시간을 그만큼 줄이면 경기가 끝납니다. 끝내려면 ‘경기 끝내기’를 눌러 주세요.',
    en: 'So much less time would end the match. To end it, press “End match”.',
  },
  'session/full': {
    ko: '자리가 모두 찼습니다({{limit}}명).',
    en: 'Seats taken: all {{limit}}.',
  },
  'session/name-taken': {
    ko: '이미 쓰고 있는 별명입니다. 다른 별명을 골라 주세요.',
    en: 'That nickname is taken. Please choose another.',
  },
  'session/name-unfit': {
    ko: '이 별명은 쓸 수 없습니다. 다른 별명을 골라 주세요.',
    en: 'That nickname will not do. Please choose another.',
  },
  'session/name-poses': {
    ko: '강사로 보일 수 있는 별명입니다. 다른 별명을 골라 주세요.',
    en: 'That nickname could be taken for the instructor’s. Please choose another.',
  },
  'session/seat-unknown': {
    ko: '이 자리를 찾을 수 없습니다. 코드로 다시 들어와 주세요.',
    en: 'This seat was not found. Please join again with the code.',
  },
  'session/seat-moved': {
    ko: '이 자리는 재입장 코드로 다른 기기에 옮겨졌습니다. 그 기기의 재입장 코드로 돌아올 수 있습니다.',
    en: 'This seat was taken to another device. Its rejoin code brings it back here.',
  },
  'session/not-instructor': {
    ko: '강사만 할 수 있습니다.',
    en: 'Only the instructor can do that.',
  },
  'session/wrong-key': {
    ko: '강사 키가 맞지 않습니다. 주소나 코드를 다시 확인해 주세요.',
    en: 'That key is not valid. Check the address or the code.',
  },
  'session/too-many-guesses': {
    ko: '틀린 시도가 너무 많았습니다. 잠시 뒤에 다시 해 주세요.',
    en: 'Too many wrong tries. Wait a moment and try again.',
  },
  'session/locked': {
    ko: '강사가 입장을 닫았습니다. 강사에게 열어 달라고 해 주세요.',
    en: 'The instructor has locked the class. Ask them to unlock it.',
  },
  'session/waiting': {
    ko: '강사가 입장을 허락하면 할 수 있습니다.',
    en: 'Once the instructor has let you in.',
  },
  'session/removed': {
    ko: '강사가 이 자리에서 내보냈습니다.',
    en: 'The instructor removed you from this seat.',
  },
  'session/watching': {
    ko: '관전 중에는 할 수 없습니다. 강사가 경기에 넣어 주면 할 수 있습니다.',
    en: 'Not while you are watching. It works once the instructor lets you play.',
  },
  'session/paused': {
    ko: '강사가 경기를 멈춰 두었습니다. 다시 이어지면 할 수 있습니다.',
    en: 'The instructor has paused the match. Orders work when it goes on.',
  },
  'session/no-choice': {
    ko: '이 수업에서는 강사가 팀과 역할을 정합니다.',
    en: 'In this class the instructor assigns teams and roles.',
  },
  'session/team-full': {
    ko: '이 팀은 가득 찼습니다({{limit}}명). 다른 팀을 골라 주세요.',
    en: 'That team is full ({{limit}}). Please choose another.',
  },
  'session/no-team': {
    ko: '아직 팀이 없습니다. 팀이 정해지면 할 수 있습니다.',
    en: 'You have no team yet. It works once you have one.',
  },
  'session/chat-off': {
    ko: '이 수업에서는 글을 보낼 수 없습니다. 준비된 문구를 써 주세요.',
    en: 'Chat is off in this class. Use the ready-made phrases.',
  },
  'session/words-unfit': {
    ko: '이 말은 보낼 수 없습니다. 다르게 적어 주세요.',
    en: 'That message will not do. Please put it another way.',
  },
  'session/not-unlocked': {
    ko: '방어 디브리핑을 한 번 마친 뒤에 공격할 수 있습니다.',
    en: 'Attacking opens once a defence has been debriefed.',
  },
  'session/no-attacker': {
    ko: '이 시나리오에는 공격자가 없습니다. 다른 방식이나 다른 시나리오를 고르세요.',
    en: 'Nobody attacks in this scenario. Choose another mode, or another scenario.',
  },
  'session/nobody': {
    ko: '아직 경기할 사람이 없습니다.',
    en: 'Nobody is here to play yet.',
  },
  'session/no-world': { ko: '그런 세계가 없습니다.', en: 'There is no such world.' },
  'session/stale-injection': {
    ko: '상황이 바뀌어 지금은 넣을 수 없습니다.',
    en: 'Things have changed: that cannot be triggered now.',
  },
  'session/too-talkative': {
    ko: '메시지가 너무 잦습니다. 잠시 뒤에 다시 보내 주세요.',
    en: 'Too many messages. Try again in a moment.',
  },
  'session/not-now': { ko: '지금은 할 수 없습니다.', en: 'Not at this point.' },
  'session/no-seat': { ko: '먼저 수업에 들어와 주세요.', en: 'Please join a session first.' },
  'session/too-many': {
    ko: '지금은 수업을 더 열 수 없습니다. 잠시 뒤에 다시 해 주세요.',
    en: 'No more sessions can be opened right now. Try again in a while.',
  },
} satisfies Record<Path, Words>;
