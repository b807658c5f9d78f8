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
  backupServer: { ko: '백업 서버', en: 'Backup server' },
  backupAlone: { ko: '스토리지 네트워크에서만 닿음', en: 'reached from the storage network alone' },
  backupFrom: { ko: '닿는 구역: {{zones}}', en: 'reached from: {{zones}}' },
  backups: { ko: '백업', en: 'Backups' },
  backupsPlain: { ko: '암호화되지 않음', en: 'not encrypted' },
  backupsSealed: { ko: '암호화됨', en: 'encrypted' },
  backupsMutable: { ko: '지울 수 있음', en: 'can be deleted' },
  backupsKept: { ko: '지울 수 없음', en: 'cannot be deleted' },
  restorePoints: { ko: '복원 지점', en: 'Restore points' },
  restorePointsOf: {
    ko: '이 호스트의 VM {{vms}}개 · 마지막 백업 {{time}}',
    en: '{{vms}} {VM/VMs} of this host · last backup {{time}}',
  },
} satisfies Texts;
