/**
 * `npm run benchmark:growth`: how a build grows with the content. Builds 1, 4 and 16 times the content (or what is named:
 * `npm run benchmark:growth -- 1 2`) from nothing, and prints a row for each phase.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesIn } from '../../scripts/html.ts';
import { root } from '../root.ts';
import { copyProject } from '../site/project-copy.ts';
import { grow } from './growth/content.ts';

/** What a phase took: processor time of the process, time, and the most memory until its end. */
interface Phase {
  name: string;
  cpu: number;
  wall: number;
  memory: number;
}

/** Runs in the copy. Programs that it starts (esbuild, Pagefind) are counted in the time, not in the processor time. */
const build = `
  const { buildSite } = await import('./scripts/site.ts');
  const phases = [];
  const now = () => {
    const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
    return { cpu: (userCPUTime + systemCPUTime) / 1e6, wall: performance.now() / 1e3, memory: maxRSS / 1e3 };
  };
  let last = now();
  const done = (name) => {
    const here = now();
    phases.push({ name, cpu: here.cpu - last.cpu, wall: here.wall - last.wall, memory: here.memory });
    last = here;
  };
  await buildSite({ root: process.cwd(), outDir: process.cwd() + '/dist', done })
    .catch((error) => console.error(String(error.message).slice(0, 2000)));
  console.log('\\n' + JSON.stringify(phases));`;

/** The switches of the engine with which `npm run build` runs. */
const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { build: string } };
const switches = scripts.build.split(' ').filter((word) => word.startsWith('--'));

const cell = (value: string | number, width: number): string =>
  (typeof value === 'number' ? value.toFixed(1) : value).padStart(width);
const size = (file: string): string => {
  const bytes = statSync(file, { throwIfNoEntry: false })?.size;
  return bytes === undefined ? 'not written' : `${(bytes / 1e6).toFixed(3)} MB`;
};

function measure(times: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'growth-'));
  try {
    copyProject(folder);
    grow(folder, times);
    const { stdout, stderr } = spawnSync(process.execPath, [...switches, '--input-type=module', '-e', build], {
      cwd: folder,
      encoding: 'utf8',
    });
    const phases = JSON.parse(stdout.trim().split('\n').at(-1) || '[]') as Phase[];
    const sum = (key: 'cpu' | 'wall') => phases.reduce((all, phase) => all + phase[key], 0);
    const most = Math.max(0, ...phases.map(({ memory }) => memory));
    for (const { name, cpu, wall, memory } of [
      ...phases,
      { name: 'all', cpu: sum('cpu'), wall: sum('wall'), memory: most },
    ])
      console.log(
        `${cell(`${times}x`, 4)}  ${name.padEnd(16)}${cell(cpu, 8)} CPU s${cell(wall, 8)} s${cell(Math.round(memory).toString(), 7)} MB`,
      );
    const dist = join(folder, 'dist');
    const pages = phases.length > 0 ? filesIn(folder).filter((file) => /^dist\/.*\.html$/.test(file)).length : 0;
    console.log(
      `${cell(`${times}x`, 4)}  ${pages} pages; sw.js ${size(join(dist, 'sw.js'))}; ` +
        `complete.pdf ${size(join(dist, 'downloads', 'csec-toolkits-complete.pdf'))}; ` +
        `ZIP ${size(join(dist, 'downloads', 'csec-toolkits-offline.zip'))}\n${stderr}`,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const asked = process.argv.slice(2).map(Number);
for (const times of asked.length > 0 ? asked : [1, 4, 16]) measure(times);
