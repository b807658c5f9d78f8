import type { Texts } from '../../../world/words.ts';

/** Where the files of VMs lie, and who reads them. */
export const stores = {
  storage: { ko: '스토리지', en: 'Storage' },
  datastore: { ko: '데이터스토어', en: 'Datastore' },
  storeAlone: {
    ko: '접근 목록에 호스트만 있음',
    en: 'hosts alone are on its access list',
  },
  storeAlso: {
    ko: '호스트 말고도 마운트함: {{zones}}',
    en: 'mounted from elsewhere too: {{zones}}',
  },
  savedMemory: { ko: '저장된 메모리', en: 'Saved memory' },
  savedMemoryNote: {
    ko: '메모리를 포함한 스냅샷: 그 파일에는 실행 중이던 VM의 키와 비밀번호가 있음',
    en: 'snapshots with memory: in their files are keys and passwords of the VM as it ran',
  },
  filesPlain: { ko: '{{store}} · 암호화되지 않음', en: '{{store}} · not encrypted' },
  filesSealed: { ko: '{{store}} · 암호화됨', en: '{{store}} · encrypted' },
  memoryPlain: {
    ko: '스냅샷과 함께 메모리가 저장되어 있음: 복사하면 읽힘',
    en: 'its memory was saved with a snapshot: a copy can be read',
  },
  memorySealed: {
    ko: '스냅샷과 함께 저장된 메모리도 암호화됨',
    en: 'memory saved with a snapshot is encrypted too',
  },
} satisfies Texts;
