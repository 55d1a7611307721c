/** The servers that hosts use, each with the settings that the project writes for it, on a port of its own. */
import { spawn, type ChildProcess } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { hosts, rulesFor } from '../../scripts/headers.ts';
import { root } from '../root.ts';
import { newFolder } from '../scratch.ts';

interface Setting {
  site: string;
  folder: string;
  port: number;
  /** What `npm run headers` prints for it. */
  text: string;
}
interface WebServer {
  program: string;
  settings(setting: Setting): string;
  start(file: string, folder: string): string[];
}
const modules = ['mpm_event', 'authz_core', 'dir', 'mime', 'headers'];

export const webServers: Readonly<Record<'nginx' | 'caddy' | 'apache', WebServer>> = {
  nginx: {
    program: '/usr/sbin/nginx',
    settings: ({ site, folder, port, text }) => `
daemon off; master_process off; pid ${folder}/pid; error_log ${folder}/log;
events {}
http {
  include /etc/nginx/mime.types; access_log off;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((kind) => `${kind}_temp_path ${folder}/${kind};`).join(' ')}
  server { listen 127.0.0.1:${port}; root ${site};
${text}
  }
}`,
    start: (file, folder) => ['-p', folder, '-e', join(folder, 'log'), '-c', file],
  },
  caddy: {
    program: '/usr/bin/caddy',
    // As in the container.
    settings: ({ site, folder, port, text }) => {
      writeFileSync(join(folder, 'site'), text);
      const [, written = ''] = /printf '([^']+)' > \/etc\/caddy\/Caddyfile/.exec(
        readFileSync(join(root, 'Containerfile'), 'utf8'),
      )!;
      return written
        .replaceAll('\\n', '\n')
        .replaceAll('\\t', '\t')
        .replace(':8080', `:${port}`)
        .replace('/srv', site)
        .replace('/etc/caddy/site', join(folder, 'site'));
    },
    start: (file) => ['run', '--adapter', 'caddyfile', '--config', file],
  },
  apache: {
    program: '/usr/sbin/apache2',
    // It reads the .htaccess of the site itself.
    settings: ({ site, folder, port }) => `
${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
ServerName localhost
Listen 127.0.0.1:${port}
PidFile ${folder}/pid
ErrorLog ${folder}/log
Mutex file:${folder}
User www-data
Group www-data
TypesConfig /etc/mime.types
DocumentRoot ${site}
<Directory ${site}>
  AllowOverride All
  Require all granted
</Directory>`,
    start: (file, folder) => ['-X', '-d', folder, '-f', file],
  },
};

/** True where it is installed. */
export const isInstalled = (host: keyof typeof webServers): boolean => existsSync(webServers[host].program);

/** Starts one for a site. @returns its address, and what ends it */
export async function startServer(
  host: keyof typeof webServers,
  site: string,
): Promise<{ address: string; end(): void }> {
  const { program, settings, start } = webServers[host];
  const folder = newFolder(host);
  // Apache reads as a user of its own.
  for (const each of [site, folder, dirname(folder)]) chmodSync(each, 0o755);
  const port = await freePort();
  const file = join(folder, 'settings');
  writeFileSync(file, settings({ site, folder, port, text: hosts[host](rulesFor(site), []) }));
  const env = { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder };
  const child = spawn(program, start(file, folder), { env, stdio: ['ignore', 'pipe', 'pipe'] });
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (words) => said.push(String(words)));
  const address = `http://localhost:${port}/`;
  await answers(address, child, said);
  return { address, end: () => void child.kill() };
}

async function answers(address: string, child: ChildProcess, said: readonly string[]): Promise<void> {
  for (let tries = 0; tries < 200 && child.exitCode === null; tries++) {
    if (await fetch(address).then(Boolean, () => false)) return;
    await setTimeout(50);
  }
  child.kill();
  throw new Error(`${child.spawnfile} does not answer: ${said.join('').slice(-2000)}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}
