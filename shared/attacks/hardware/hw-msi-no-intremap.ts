import { interruptsUnremapped, ownDeviceEscape } from '../needs/own-device.ts';

/**
 * B25: forged interrupts. An interrupt of a PCI device is a write to an address that no table of an IOMMU
 * translates: whoever has a device write there chooses the vector, and the host's CPU takes it for one of
 * its own. DMA remapping does not stop it, interrupt remapping does; so it is no precondition here that an
 * IOMMU is on. Source: FACTS B25, section I (CVE-2011-1898; VFIO's allow_unsafe_interrupts).
 */
export const hwMsiNoIntremap = ownDeviceEscape({
  id: 'hw-msi-no-intremap',
  catalogue: 'B25',
  open: interruptsUnremapped,
  field: 'interruptRemapping',
  shows: 'interrupt',
  words: {
    name: { ko: '인터럽트 위조(MSI)', en: 'Forged interrupts (MSI)' },
    does: {
      ko: '직접 할당된 장치가 인터럽트(MSI) 주소에 쓰게 해, 고른 벡터의 인터럽트를 호스트에 일으킵니다. 그 VM의 커널이 필요하고, IOMMU가 켜져 있어도 인터럽트 재매핑이 꺼져 있으면 됩니다. 재매핑이 켜진 뒤에만 폴트가 로그에 남습니다.',
      en: 'Has a device that was passed through write to the address of interrupts (MSI), and so raises a vector of its choice on the host. It takes the kernel of its VM; an IOMMU does not matter without interrupt remapping. Only once that is on do faults show.',
    },
    lead: {
      ko: 'PCI 장치의 인터럽트(MSI)는 정해진 주소에 값을 쓰는 것이고, DMA 재매핑은 그 주소를 건드리지 않습니다. 공격자는 장치가 그 주소에 원하는 벡터를 쓰게 했고, 호스트의 CPU는 자기 인터럽트로 알고 처리했습니다. IOMMU를 켠 것만으로는 부족했습니다.',
      en: 'An interrupt of a PCI device (MSI) is a write to a certain address, and DMA remapping leaves that address alone. The attacker had the device write a vector of their choice there, and the host’s CPU took it for one of its own. An IOMMU switched on was not enough.',
    },
    title: {
      ko: '공격자가 위조한 인터럽트로 {{host}}{을/를} 장악했습니다',
      en: 'By forged interrupts the attacker took over {{host}}',
    },
    needs: {
      'guest-runs': { ko: '그 VM이 켜져 있었다', en: 'The VM was running' },
      'kernel-in-guest': {
        ko: '공격자가 게스트 커널을 장악하고 있어 장치에 DMA를 시킬 수 있었다',
        en: 'The attacker had the guest’s kernel, and so could program the device’s DMA',
      },
      'on-this-host': { ko: '그 VM이 바로 이 호스트에 있었다', en: 'The VM was on this very host' },
      'has-own-device': {
        ko: '그 VM에 호스트의 장치가 직접 할당되어 있었다',
        en: 'A device of the host had been passed through to it',
      },
      'interrupts-unremapped': {
        ko: '호스트가 장치의 인터럽트를 재매핑하지 않았다',
        en: 'The host did not remap its devices’ interrupts',
      },
    },
  },
});
