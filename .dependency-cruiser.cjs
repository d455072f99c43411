// Imports run one way (architecture.md): the dependency rule that CI keeps.
const only = (name, from, ...allowed) => ({
  name,
  severity: 'error',
  // End-to-end specs drive the programs from outside and may use what they need for that.
  from: { path: `^${from}/`, pathNot: '\\.e2e\\.spec\\.ts$' },
  // Specs of every library use the test harness; `testing-in-specs-only` keeps it out of the rest.
  to: {
    path: '^(apps|libs|migrations)/',
    pathNot: [from, 'libs/testing', ...allowed].map((folder) => `^${folder}/`),
  },
});

const core = (feature, ...allowed) => ({
  name: `core-${feature}`,
  severity: 'error',
  from: { path: `^libs/core/src/${feature}/`, pathNot: '\\.spec\\.tsx?$' },
  to: { path: '^libs/core/src/[^/]+/', pathNot: [feature, ...allowed].map((f) => `^libs/core/src/${f}/`) },
});

const [contracts, i18n, platform, memorandum, documents, emails, coreLib, testing] = [
  'libs/contracts',
  'libs/i18n',
  'libs/platform',
  'libs/memorandum',
  'libs/documents',
  'libs/emails',
  'libs/core',
  'libs/testing',
];

const base = ['people', 'activity', 'calendar', 'jobs'];
const record = [...base, 'mechanisms', 'meetings', 'measures'];
const work = [...record, 'updates', 'actions', 'evidence', 'confirmations', 'due-dates'];

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    only('contracts-import-nothing', contracts),
    only('i18n-imports-nothing', i18n),
    only('platform-imports-nothing', platform),
    only('memorandum-is-pure', memorandum, i18n, contracts),
    only('documents-is-pure', documents, i18n, contracts),
    only('emails-is-pure', emails, i18n, contracts),
    only('core', coreLib, memorandum, documents, emails, platform, contracts, i18n, testing, 'migrations'),
    only('web-knows-contracts', 'apps/web', contracts, i18n),
    only('api', 'apps/api', coreLib, platform, contracts, i18n, testing),
    only('worker', 'apps/worker', coreLib, platform, contracts, i18n, testing),
    {
      name: 'testing-in-specs-only',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: ['^libs/testing/', '\\.spec\\.tsx?$'] },
      to: { path: '^libs/testing/' },
    },
    core('people', 'calendar'),
    core('activity'),
    core('calendar'),
    core('jobs'),
    core('mechanisms', ...base),
    core('meetings', ...base, 'mechanisms'),
    core('measures', ...base, 'mechanisms', 'meetings'),
    core('actions', ...record),
    core('evidence', ...record, 'updates', 'actions', 'mails', 'notices'),
    core('confirmations', ...record),
    // What is cleared voids what was proposed of the measure's completion.
    core('updates', ...record, 'evidence', 'confirmations', 'requests'),
    core('due-dates', ...record),
    core('lineage', ...record),
    core('signed-documents', ...record),
    // A better source splits measures, which is said in their lineage.
    core('imports', ...record, 'lineage'),
    core('reminders', ...work, 'mails', 'notices'),
    core('mails', ...base),
    core('requests', ...record, 'mails', 'notices'),
    core('notices', ...record, 'mails'),
    core('notes', ...record, 'mails', 'notices'),
    core('reports', ...work, 'dashboards'),
    core('dashboards', ...work),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^dist/)|(\\.d\\.ts$)' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      conditionNames: ['source', 'import', 'node', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js'],
    },
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
