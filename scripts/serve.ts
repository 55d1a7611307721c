/** `npm run serve`: shows dist/ on this machine, at the root or under a path (`--base /a/b/`). */
import { createServer, type Server } from 'node:http';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { headersOf, rulesFor } from './headers.ts';
import { root } from './project.ts';

/** Serves a folder. @returns the server and its address; port 0 takes any free port */
export async function serveFolder(
  folder: string,
  { base = '/', port = 0 } = {},
): Promise<{ server: Server; address: string }> {
  const files = sirv(folder, { dev: true });
  const rules = existsSync(join(folder, '_headers')) ? rulesFor(folder) : [];
  const prefix = base.replace(/\/$/, '');
  const server = createServer((request, response) => {
    const missing = (): void => {
      send('404.html');
      const page = join(folder, '404.html');
      response
        .writeHead(404, { 'content-type': 'text/html; charset=utf-8' })
        .end(existsSync(page) ? readFileSync(page) : 'Not found');
    };
    // Over http there is nothing to be strict about.
    const send = (file: string): void => {
      for (const [name, value] of Object.entries(headersOf(rules, file)))
        if (name !== 'Strict-Transport-Security') response.setHeader(name, value);
    };
    const url = request.url ?? '/';
    if (url === prefix) return void response.writeHead(302, { location: `${prefix}/` }).end();
    if (!url.startsWith(`${prefix}/`)) return missing();
    request.url = url.slice(prefix.length);
    const file = request.url.slice(1).replace(/[?#].*/, '');
    send(file);
    // A folder without its closing slash would break the page's relative addresses.
    const path = new URL(request.url, 'http://local').pathname;
    if (!path.endsWith('/') && existsSync(join(folder, decodeURIComponent(path), 'index.html'))) {
      return void response.writeHead(301, { location: `${prefix}${path}/` }).end();
    }
    files(request, response, missing);
  });
  await new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve));
  const { port: taken } = server.address() as { port: number };
  return { server, address: `http://localhost:${taken}${prefix}/` };
}

/** Serves dist/ on the first free port from 4321 and says where. */
export async function serveDist(root: string, base = '/'): Promise<void> {
  for (let port = Number(process.env['PORT'] ?? 4321); ; port++) {
    try {
      const { address } = await serveFolder(join(root, 'dist'), { base, port });
      console.log(`The toolkits are at ${address}  (Ctrl+C stops)`);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EADDRINUSE') throw error;
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const at = process.argv.indexOf('--base');
  await serveDist(root, at > 0 ? process.argv[at + 1] : '/');
}
