import { dmaUnremapped, ownDeviceEscape } from '../needs/own-device.ts';

/**
 * B24: DMA without an IOMMU. A device of the guest's own reads and writes whatever address the guest's kernel
 * gives it, and nothing translates or checks the address: any frame of the machine is open to it. A
 * paravirtual guest knows machine addresses anyway, so that its device works without an IOMMU; Xen supports
 * pass-through with one only. Source: FACTS B24, section I (QSB-001; Xen's SUPPORT).
 */
export const hwDmaNoIommu = ownDeviceEscape({
  id: 'hw-dma-no-iommu',
  catalogue: 'B24',
  open: dmaUnremapped,
  field: 'iommu',
  shows: 'dma',
  words: {
    name: { ko: 'IOMMU 없는 DMA', en: 'DMA without an IOMMU' },
    does: {
      ko: '직접 할당된 장치의 DMA로 호스트의 아무 프레임이나 읽고 씁니다. 그 VM의 커널을 장악하고 있고, 호스트의 IOMMU가 꺼져 있어야 합니다. IOMMU가 없으면 흔적이 남지 않고, 켜져 있으면 DMA 폴트가 로그에 남습니다.',
      en: 'Has a device that was passed through read and write any frame of the host by DMA. It takes the kernel of its VM and a host without an IOMMU at work. Without one nothing shows; with one, DMA faults are logged.',
    },
    lead: {
      ko: '그 VM에는 실제 장치가 직접 할당되어 있었고, 장치가 어느 주소에 읽고 쓸지는 게스트 커널이 정했습니다. 주소를 걸러 줄 IOMMU가 꺼져 있어, 장치는 하이퍼바이저의 프레임에도 썼습니다. 하이퍼바이저는 한 번도 불려 나오지 않았습니다.',
      en: 'A real device had been passed through to the VM, and its guest’s kernel said which addresses it reads and writes. No IOMMU stood in between, so the device wrote into the hypervisor’s own frames. The hypervisor was never asked.',
    },
    title: {
      ko: '공격자가 자기 장치의 DMA로 {{host}}의 메모리 전체를 장악했습니다',
      en: 'By DMA of its own device the attacker got hold of all the memory of {{host}}',
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
      'dma-unremapped': {
        ko: '호스트의 IOMMU가 꺼져 있어 장치가 모든 프레임에 닿았다',
        en: 'The host’s IOMMU was off, so the device reached every frame',
      },
    },
  },
});
