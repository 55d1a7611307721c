import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const common = { testTimeout: 60_000, hookTimeout: 120_000, expect: { poll: { timeout: 10_000 } } };
const setUp = ['tests/programs.ts', 'tests/scratch.ts'];
/** The tests that look at the built site, which is built once for all of them. */
const ofTheSite = [
  'tests/site/{addresses,build,html,codes,links,offline,search,words,worker}{,.nightly}.test.ts',
  'tests/browser/**/*.test.ts',
  'tests/coverage/*.test.ts',
  'tests/types.test.ts',
];
/** The tests that put something else in the place of globals, modules or settings of the process. */
const behindWalls = [
  'tests/client/shell/site.test.ts',
  'tests/client/store/{ask-to-keep,copy-medium,page}.test.ts',
  'tests/formats/office.test.ts',
];

/**
 * First what needs no site, which is built meanwhile; of each half the longest first: at the end nobody waits for one of
 * them.
 */
const begin = [
  /\/(formats\/(xlsx|pdf|pptx|html|docx|office-schema|epub\/ace)|dev-server|tidy|scripts\/downloads)\.test\.ts$/,
  /\/tests\/(?!browser\/|coverage\/|site\/|types\.)/,
  /\/(types|pages|everywhere|build|service-worker|nothing-lost|agreement|steps|packet|search)\.test\.ts$/,
  /./,
];
class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const turn = ({ moduleId }: TestSpecification): number =>
      begin.findIndex((some) => some.test(moduleId.replaceAll('\\', '/')));
    return (await super.sort(files)).sort((a, b) => turn(a) - turn(b));
  }
}

/** What takes minutes and looks at the whole set: run every night and before each release (`npm run test:all`). */
const wholeSet = 'tests/**/*.nightly.test.ts';

export default defineConfig(({ mode }) => {
  const later = mode === 'nightly' ? [] : [wholeSet];
  return {
    test: {
      reporters: ['default', './tests/closing-line.ts'],
      // Two cores: a browser and a build each want one.
      maxWorkers: 2,
      sequence: { sequencer: LongestFirst },
      projects: [
        // Without walls between them, all of these in one worker read the content and the libraries once.
        {
          test: {
            ...common,
            name: 'unit',
            include: ['tests/**/*.test.ts'],
            exclude: [...ofTheSite, ...behindWalls, ...later],
            isolate: false,
            globalSetup: setUp,
          },
        },
        { test: { ...common, name: 'client', include: behindWalls, exclude: later, globalSetup: setUp } },
        {
          test: {
            ...common,
            name: 'site',
            include: ofTheSite,
            exclude: later,
            isolate: false,
            globalSetup: [...setUp, 'tests/build-once.ts'],
            setupFiles: 'tests/built-site.ts',
            // A busy machine can outrun a browser; what fails twice is a fault. Every night nothing is tried again.
            retry: mode === 'nightly' ? 0 : 1,
          },
        },
      ],
    },
  };
});
