// Who may know whom. What is not allowed here is forbidden, and nothing is excepted; looked at by
// `npm run check`, and by hand with `npx depcruise .`.

/** Erased before anything runs. */
const TYPES = ['type-only', 'type-import'];

/** Packages that neither read the clock nor reach outside. */
const PURE_PACKAGES = ['zod', 'pure-rand', '@msgpack/msgpack', 'es-hangul'];

/** Each folder of shared/ may use the ones before it. */
const CHAIN = ['world', 'mechanics', 'attacks', 'view', 'commands', 'minds', 'match', 'course'];

const before = (folder) => CHAIN.slice(0, CHAIN.indexOf(folder));

const SHARED = {
  ...Object.fromEntries(CHAIN.map((folder) => [folder, { uses: before(folder) }])),
  // A mind acts on its audience's view alone; of the rest it may only name the types.
  minds: { uses: ['view'], names: ['world', 'commands', 'attacks'] },
  protocol: { uses: ['world', 'commands', 'attacks', 'view'] },
  authority: { uses: [...before('course'), 'protocol'] },
  // What has words is named by its type: text needs nothing of it at run time.
  text: {
    uses: ['world'],
    names: ['commands', 'attacks', 'view', 'protocol', 'match', 'course'],
    packages: ['i18next'],
  },
};

/** From the ground to the roof: each may use the ones below it. */
const SERVER = [
  '(settings|rooms|thread)[.]ts$',
  'store/',
  'ports[.]ts$',
  'hosting/',
  'sessions/',
  'realtime/',
  'http/',
  'services[.]ts$',
  'app[.]ts$',
  'cli/',
];

const STATE = 'state/(match|red|page|desk)/';
const CONTEXTS = '(app|game)-context[.]ts$';
const VISIBLE = ['storage[.]ts$', 'net/', STATE, CONTEXTS, 'map/', 'parts/'];

/** What each room of the page may use beside itself; styles may be used by all. */
const CLIENT = {
  'storage[.]ts$': [],
  'map/': [],
  'net/': ['storage[.]ts$'],
  'solo/': ['storage[.]ts$', 'net/'],
  'state/match/': ['net/'],
  'state/red/': ['net/', 'state/match/'],
  'state/page/': ['storage[.]ts$', 'net/', 'solo/', 'state/match/'],
  'state/desk/': ['storage[.]ts$', 'net/', 'state/match/', 'state/page/'],
  [CONTEXTS]: ['storage[.]ts$', 'net/', 'solo/', STATE],
  'parts/': ['net/', STATE, CONTEXTS],
  'panels/': VISIBLE,
  'screens/': [...VISIBLE, 'solo/', 'panels/'],
  'app[.]tsx$': [STATE, CONTEXTS, 'parts/', 'screens/'],
  'create-app[.]ts$': ['storage[.]ts$', 'net/', 'solo/', STATE, CONTEXTS],
  'main[.]tsx$': [...VISIBLE, 'solo/', 'app[.]tsx$', 'create-app[.]ts$'],
};

/** Records have words of their own, and these collect them. */
const COLLECTIONS = {
  catalogue: ['mechanics', 'commands', 'attacks', 'protocol/modes', 'course/lecture'],
  scenarios: ['course'],
};

const allow = (from, to, dependencyTypes) => ({
  from: { path: from },
  to: { path: to, ...(dependencyTypes ? { dependencyTypes } : {}) },
});

const installed = (names) => `(^|/)node_modules/(${names.join('|')})/`;
const PACKAGES = '(^|/)node_modules/';

const inShared = Object.entries(SHARED).flatMap(([folder, { uses, names = [], packages = [] }]) => [
  allow(`^shared/${folder}/`, `^shared/(${[folder, ...uses].join('|')})/`),
  ...names.map((named) => allow(`^shared/${folder}/`, `^shared/${named}/`, TYPES)),
  allow(`^shared/${folder}/`, installed([...PURE_PACKAGES, ...packages])),
]);

const inCollections = Object.entries(COLLECTIONS).map(([file, folders]) =>
  allow(`^shared/text/${file}[.]ts$`, `^shared/(${folders.join('|')})/`),
);

const inServer = SERVER.map((room, i) =>
  allow(`^server/${room}`, `^server/(${SERVER.slice(0, i + 1).join('|')})`),
);

const inClient = Object.entries(CLIENT).map(([room, uses]) =>
  allow(`^client/${room}`, `^client/(${[room, 'style/', ...uses].join('|')})`),
);

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  allowedSeverity: 'error',
  allowed: [
    ...inShared,
    ...inCollections,
    ...inServer,
    ...inClient,
    allow('^(server|client)/', '^shared/'),
    allow('^(server|client)/', PACKAGES),
    allow('^server/', '', ['core']),
    // Whoever prints the version reads it from here; it is data, not a module of the root.
    allow('^server/cli/', '^package[.]json$'),
    allow('^tests/', ''),
    // The build works out what a page is given of the records.
    allow('^vite[.]config[.]ts$', '^shared/(commands|mechanics|text)/'),
    // The configuration of tools.
    allow('^[^/]+$', '^[^/]+$'),
    allow('^[^/]+$', PACKAGES),
  ],
  forbidden: [
    {
      name: 'no-ring-of-files',
      comment: 'A file that needs itself, though it be by way of types.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'no-ring-of-folders',
      comment: 'Two folders that need each other are one.',
      severity: 'error',
      scope: 'folder',
      from: { path: '^(server|client|shared|tests)' },
      to: { circular: true },
    },
    {
      name: 'nothing-missing',
      comment: 'What cannot be found cannot be judged.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: '(^|/)node_modules/' },
    exclude: { path: '^(dist|coverage)/' },
    tsPreCompilationDeps: true,
    metrics: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.css', '.d.ts'],
    },
  },
};
