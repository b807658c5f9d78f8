/**
 * The words of the field that the game uses, each with one meaning: what a concept is called in
 * Korean and in English, and what it must not be called. A test reads every text by it.
 */
export interface Term {
  readonly concept: string;
  readonly ko: string;
  readonly en: string;
  /**
   * A Korean text that says the word has an English one beside it that says its counterpart: so a
   * Korean word cannot stand for two concepts. `both`: and the other way about.
   */
  readonly says?: { readonly ko: RegExp; readonly en: RegExp; readonly both?: true };
  /** Words that were used for it, or that mean something else. */
  readonly strays: { readonly ko?: RegExp; readonly en?: RegExp };
  /** Texts that may say it otherwise, by path, each with the reason. */
  readonly but?: Readonly<Record<string, string>>;
}

export const GLOSSARY: readonly Term[] = [
  {
    concept: 'VM exit',
    ko: 'VM exit',
    en: 'VM exit',
    says: { ko: /VM exit/, en: /\bexits?\b/i },
    // To end a VM is to stop it: 정지. VM 이탈 stands only in brackets, to explain it.
    strays: { ko: /VM 종료|종료 필터|(?<!VM exit\()VM 이탈/, en: /\bVM-exit|\bvmexit/i },
  },
  {
    concept: 'isolation, the duty',
    ko: '격리',
    en: 'isolation',
    says: { ko: /격리/, en: /isolat/i, both: true },
    strays: { ko: /격리 구역|격리 해제|격리를 적용|VM 격리|격리하|격리를 푼/ },
  },
  {
    concept: 'quarantine',
    ko: '네트워크 차단, 차단 구역',
    en: 'quarantine',
    says: { ko: /네트워크 차단|네트워크를 차단|차단 구역|^차단$/, en: /quarantine/i, both: true },
    strays: {},
    but: { 'names.zonesShort.quarantine': 'a word of four letters, where the whole has no room' },
  },
  {
    concept: 'device-model sandbox',
    ko: '장치 에뮬레이터 샌드박스',
    en: 'device-model sandbox',
    says: { ko: /샌드박스/, en: /sandbox|confine/i },
    strays: { ko: /장치 프로세스 격리|모래 ?상자/ },
  },
  {
    concept: 'types of hypervisor',
    ko: 'Type 1, Type 2',
    en: 'type 1, type 2',
    says: { ko: /Type [12]/, en: /\btype [12]\b/i, both: true },
    strays: { ko: /[12]형|타입 ?[12]/, en: /\btype-[12]\b|\btype (?:I|II)\b/i },
  },
  {
    concept: 'hybrid virtualisation',
    ko: '하이브리드',
    en: 'hybrid',
    says: { ko: /하이브리드/, en: /hybrid/i, both: true },
    strays: { ko: /혼합/, en: /\bmixed\b/i },
  },
  {
    concept: 'paravirtualisation',
    ko: '반가상화',
    en: 'paravirtual, para',
    says: { ko: /반가상화/, en: /\bpara(?:virtual\w*)?\b/i, both: true },
    strays: { ko: /파라 ?가상화|준가상화/ },
  },
  {
    concept: 'hypercall',
    ko: '하이퍼콜',
    en: 'hypercall',
    says: { ko: /하이퍼콜/, en: /hypercall/i, both: true },
    strays: { ko: /하이퍼 콜|초호출/, en: /hyper-call/i },
  },
  {
    concept: 'memory-mapped I/O',
    ko: 'MMIO',
    en: 'MMIO',
    strays: { ko: /장치 메모리/, en: /device memory/i },
  },
  {
    concept: 'security advisory',
    ko: '보안 권고',
    en: 'advisory',
    says: { ko: /권고/, en: /advisor/i, both: true },
    strays: { ko: /공지|권고문/, en: /\bbulletin/i },
  },
  {
    concept: 'physical network',
    ko: '물리 네트워크',
    en: 'physical network',
    says: { ko: /물리 네트워크/, en: /physical (?:network|IDS)/i },
    strays: {
      ko: /물리 망|회선|이 선|(?<!정보통신)망(?:을|이|에|의|으로)(?=\s|$)/,
      en: /\bwires?\b/i,
    },
  },
  {
    concept: 'snapshot',
    ko: '스냅샷 (생성)',
    en: 'snapshot (take a)',
    says: { ko: /스냅샷/, en: /snapshot|roll(?:ed|s)? (?:\S+ )*?back|rollback/i },
    strays: { ko: /스냅샷을? (?:뜸|뜨|찍|남)|스냅사진/ },
  },
  {
    concept: 'instructor',
    ko: '강사',
    en: 'instructor',
    strays: { ko: /진행자|선생님/, en: /\bteacher\b|\blecturer\b/i },
  },
  {
    concept: 'system call',
    ko: '시스템 콜',
    en: 'system call',
    says: { ko: /시스템 콜/, en: /\b(?:system[ -])?calls?\b/i },
    strays: { ko: /시스템 호출/, en: /\bsyscalls?\b/i },
  },
  {
    concept: 'debrief',
    ko: '디브리핑',
    en: 'debrief',
    says: { ko: /디브리핑/, en: /debrief/i, both: true },
    strays: { ko: /되짚/ },
  },
  {
    concept: 'fidelity',
    ko: '충실성',
    en: 'fidelity',
    says: { ko: /충실성/, en: /fidelity/i, both: true },
    strays: { ko: /충실도|이행률/ },
  },
  {
    concept: 'residual data',
    ko: '잔존 데이터',
    en: 'residual data, residue',
    says: { ko: /잔존/, en: /resid|still hold|left over|hold/i },
    strays: { ko: /잔여 데이터|잔류 데이터/ },
  },
  {
    concept: 'scrubbing memory, wiping disks',
    ko: '소거',
    en: 'scrub, wipe',
    says: { ko: /소거/, en: /scrub|wip|zero/i },
    strays: { ko: /소독|스크럽|스크러빙/ },
  },
  {
    concept: 'tenant',
    ko: '테넌트',
    en: 'tenant',
    strays: { ko: /세입자|임차인/, en: /\blessee\b/i },
  },
  {
    concept: 'signature of an IPS',
    ko: '시그니처',
    en: 'signature',
    // What an image bears is the other kind of signature: 서명.
    says: { ko: /시그니처|서명/, en: /signature|\b(un)?sign(s|ed|ing)?\b/i },
    strays: { ko: /서명에 걸/ },
  },
  {
    concept: 'intended policy',
    ko: '정책 원본',
    en: 'the intended policy',
    strays: { ko: /의도한 정책|정책의 의도|\}\}판/, en: /what is meant|as it was meant/i },
  },
  {
    concept: 'eviction',
    ko: '축출',
    en: 'evict',
    says: { ko: /축출/, en: /evict/i, both: true },
    strays: { ko: /쫓/, en: /thr(?:ow|ew|own) out/i },
  },
  {
    concept: 'job slot',
    ko: '동시 작업',
    en: 'slot',
    strays: { ko: /(?:^|\s)손(?:이|을)?(?:\s|$)/, en: /\bhands\b(?!\})/i },
  },
  {
    concept: 'path of packets',
    ko: '경로',
    en: 'path',
    strays: {
      ko: /(?:모르는|막힌|닿는|열린|나가는|정책에 없는) 길/,
      en: /\b(?:door|road)s?\b(?!\})/i,
    },
    but: { 'names.workloads.door-control': 'the doors of a building, which packets do not pass' },
  },
  {
    concept: 'flaw, vulnerability',
    ko: '취약점',
    en: 'flaw, vulnerable',
    strays: { ko: /구멍/, en: /\bholes?\b/i },
  },
  {
    concept: 'customer of the cloud',
    ko: '정식 고객, 테넌트',
    en: 'ordinary customer, tenant',
    strays: { en: /\blawful/i },
  },
  {
    concept: 'words of the sources, not of the screens',
    ko: '',
    en: '',
    strays: { ko: /단추|열쇠|까닭|견주/, en: /\b(?:redTeam|quarry|the house|anew)\b/i },
  },
];
