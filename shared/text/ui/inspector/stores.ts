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
  library: { ko: '이미지 라이브러리', en: 'Image library' },
  libraryAlone: {
    ko: '다른 구역에서는 쓸 수 없음',
    en: 'no zone can write to it',
  },
  libraryFrom: { ko: '쓸 수 있는 구역: {{zones}}', en: 'can be written to from: {{zones}}' },
  signed: { ko: '서명', en: 'Signature' },
  signedYes: { ko: '서명함', en: 'signed' },
  signedNo: { ko: '서명하지 않음', en: 'not signed' },
  signedChecked: {
    ko: '배포할 때 검증함: 서명이 없거나 바뀐 이미지로는 VM을 만들지 못함',
    en: 'verified at deployment: without a good signature no VM is made from it',
  },
  signedUnchecked: {
    ko: '배포할 때 검증하지 않음',
    en: 'not verified at deployment',
  },
  hashDiffers: { ko: '해시가 등록된 것과 다름', en: 'its hash is not the one on record' },
  lineage: { ko: '이 이미지로 만든 VM', en: 'VMs made from it' },
  lineageNote: {
    ko: '괄호는 만든 시각 · 이미지보다 오래된 사본 {{stale}}개',
    en: 'with the time each was made · {{stale}} {copy/copies} older than the image',
  },
  madeFrom: { ko: '만든 이미지', en: 'Made from' },
  configuration: { ko: 'VM 설정', en: 'Configuration' },
  configChecked: { ko: '켤 때마다 검사함', en: 'checked at each power-on' },
  configUnchecked: { ko: '켤 때 검사하지 않음', en: 'not checked at power-on' },
  configDiffers: { ko: '승인된 것과 다름', en: 'not what was approved' },
  shutDown: { ko: '꺼진 이유', en: 'Why it is off' },
  shutDownOf: {
    ko: '테넌트가 필요할 때까지 꺼 둠',
    en: 'its tenant has shut it down until it is needed',
  },
} satisfies Texts;
