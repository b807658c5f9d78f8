// Before `npm start`: builds what is served. In plain JavaScript, since what runs TypeScript is one of
// the tools that may not be installed; where they are not, what was built elsewhere is served as it is.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');
const BUILT = ['dist/server/start.js', 'dist/client/index.html'];

const exists = (path) => existsSync(resolve(ROOT, path));

if (exists('node_modules/vite/package.json')) {
  const { build } = await import('vite');
  for (const config of ['vite.config.ts', 'vite.server.config.ts']) {
    await build({ configFile: resolve(ROOT, config), logLevel: 'warn' });
  }
} else if (!BUILT.every(exists)) {
  process.stderr.write(
    [
      '빌드 도구가 설치되어 있지 않고, 빌드된 파일도 없습니다. 둘 중 하나를 하세요.',
      '  npm ci --include=dev && npm start',
      '  다른 컴퓨터에서 npm run build 한 뒤 dist 폴더를 여기로 복사하고 npm start',
      'The tools that build the game are not installed (NODE_ENV=production leaves them out), and',
      'nothing is built here. Do one of these:',
      '  npm ci --include=dev && npm start',
      '  npm run build on another machine, copy its dist folder here, and npm start',
      '',
    ].join('\n'),
  );
  process.exit(1);
}
