import { repositoryCommand, securing } from '../on-repository.ts';

/** Encrypts what a repository holds, and what it is given from then on (rule M28). */
export const encryptBackups = repositoryCommand({
  name: 'encrypt-backups',
  role: 'operator',
  key: '',
  fits: ['plain-backups'],
  price: (pace) => pace.encryptBackupsPrice,
  length: (pace) => pace.encryptBackupsLength,
  done: ({ encrypted }) => encrypted,
  finish: securing('encrypted'),
  words: {
    name: { ko: '백업 암호화', en: 'Encrypt the backups' },
    does: {
      ko: '백업의 사본을 서버에 없는 키로 암호화합니다. 서버를 장악해도 읽지 못합니다. 키를 잃으면 아무도 복원하지 못하므로 따로 보관해야 합니다.',
      en: 'Encrypts the copies with a key that is not on the server: whoever has the server cannot read them. Nobody restores anything without that key, so it is kept elsewhere.',
    },
    done: { ko: '백업을 암호화한다', en: 'encrypt the backups' },
    control: { ko: '백업 암호화', en: 'Encrypted backups' },
  },
});
