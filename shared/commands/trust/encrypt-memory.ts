import { canEncrypt, encryptMemory as encrypt } from '../../mechanics/fall/memory-encryption.ts';
import { runVm, stopVm } from '../../mechanics/lifecycle.ts';
import { find, get } from '../../world/table.ts';
import { notInMaking, vmCommand } from '../on-vm.ts';
import { refuse } from '../refusal.ts';

/**
 * Has a VM start anew with its memory encrypted by a key that its host does not have (rule K61). It is off
 * meanwhile. Source: FACTS §8.2.2 and section D (AMD SEV-SNP, Intel TDX).
 */
export const encryptMemory = vmCommand({
  name: 'encrypt-memory',
  role: 'hypervisor',
  key: '',
  length: (pace) => pace.encryptMemoryLength,
  refusal: (world, vm) => {
    const making = notInMaking(world, vm);
    if (making) return making;
    if (vm.memoryEncrypted) return refuse('rule.already-so');
    if (find(world.hosts, vm.host)?.memoryEncryption !== true)
      return refuse('rule.host-cannot-encrypt', { host: vm.host });
    return canEncrypt(vm) ? null : refuse('rule.guest-cannot-encrypt');
  },
  start: (turn, vm, order) => {
    if (get(turn.world.vms, vm).power === 'running') stopVm(turn, vm, order.seq);
  },
  finish: (turn, vm, order) => {
    const sealed = encrypt(turn, vm, { kind: 'seat', id: order.seat }, order.seq);
    if (get(turn.world.vms, vm).power === 'stopped') runVm(turn, vm, sealed);
  },
  words: {
    name: { ko: '메모리 암호화', en: 'Encrypt its memory' },
    does: {
      ko: 'VM의 메모리를 호스트에 없는 키로 암호화해 다시 켭니다(SEV-SNP, TDX). 장악된 호스트도 읽지 못합니다. 대신 조사와 인트로스펙션이 안을 볼 수 없고, 실행 중에는 옮길 수 없으며, 몇 퍼센트 느려집니다.',
      en: 'Starts the VM again with memory encrypted by a key the host lacks (SEV-SNP, TDX): even a host that fell cannot read it. Investigation and introspection cannot look in either, it cannot move while it runs, and it is a few percent slower.',
    },
    done: { ko: '{{vm}}의 메모리를 암호화한다', en: 'encrypt the memory of {{vm}}' },
    control: { ko: 'VM 메모리 암호화(SEV-SNP, TDX)', en: 'Memory encryption (SEV-SNP, TDX)' },
  },
});
