/** The same document gives the same bytes: again, in another process and time zone, and without Node. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { build } from 'esbuild';
import { expect, it } from 'vitest';
import { docx } from '../../../src/formats/docx.ts';
import { writeDocx } from '../../../src/formats/docx/write.ts';
import { isNightly } from '../../nightly.ts';
import { kitchenSink, root } from '../../root.ts';
import { publicationOf, tools } from '../publication.ts';

const jobs = docx.jobs(publicationOf(kitchenSink));
const sha = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const hashes = async () => Promise.all(jobs.map(async ({ input }) => sha(await docx.write(input, tools))));

// By day the whole build is compared, in tests/site/build.test.ts.
it.runIf(isNightly)('writes the same bytes twice, and in another process far away', async () => {
  const first = await hashes();
  expect(await hashes()).toEqual(first);
  const script = `
    import { createHash } from 'node:crypto';
    import { docx } from './src/formats/docx.ts';
    import { publicationOf, tools } from './tests/formats/publication.ts';
    for (const { input } of docx.jobs(publicationOf(process.argv[1])).reverse()) {
      const bytes = await docx.write(input, tools);
      console.log(createHash('sha256').update(bytes).digest('hex'));
    }`;
  const other = execFileSync(process.execPath, ['--input-type=module', '--eval', script, kitchenSink], {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, TZ: 'Pacific/Auckland', LC_ALL: 'de_DE.UTF-8', NODE_OPTIONS: '' },
  });
  expect(other.trim().split('\n').reverse()).toEqual(first);
});

it('writes the same bytes with nothing but what browsers have, without the schemas and the map', async () => {
  const bundle = await build({
    entryPoints: [join(root, 'src', 'formats', 'docx', 'write.ts')],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    globalName: 'word',
    platform: 'browser',
    metafile: true,
    logLevel: 'silent',
  });
  expect(
    Object.keys(bundle.metafile.inputs).filter((file) => /zod|topojson|us-atlas|resvg|model\/library/.test(file)),
  ).toEqual([]);
  const web = {
    TextEncoder,
    TextDecoder,
    Blob,
    setTimeout,
    clearTimeout,
    queueMicrotask,
    URL,
    Uint8Array,
    ArrayBuffer,
    result: undefined,
  };
  for (const { input } of jobs) {
    const bytes = await (runInNewContext(
      `${bundle.outputFiles[0]!.text}; word.writeDocx(JSON.parse(${JSON.stringify(JSON.stringify(input))}))`,
      { ...web },
    ) as Promise<Uint8Array>);
    expect(sha(new Uint8Array(bytes))).toBe(sha(await writeDocx(input)));
  }
});
