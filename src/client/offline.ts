/** <offline-pages> and what every page does for reading without a network: the service worker, unless the reader switched it off. */
import { announce, make } from './dom.ts';
import type { Told } from './service-worker/worker.ts';
import { isLocal, siteRoot } from './site.ts';

/** Stands on the device when the reader wants no pages kept. */
const choice = 'offline';

function isOff(): boolean {
  try {
    return localStorage.getItem(choice) === 'off';
  } catch {
    return true;
  }
}

const workers = (): ServiceWorkerContainer | undefined => (isLocal || !isSecureContext ? undefined : navigator.serviceWorker);
const address = (): URL => new URL('sw.js', siteRoot());
const registered = (): Promise<ServiceWorkerRegistration | undefined> | undefined => workers()?.getRegistration(siteRoot());

/** Has the pages kept, and says when a newer version of them is ready. */
async function keepPages(container: ServiceWorkerContainer): Promise<void> {
  const registration = await container.register(address(), { updateViaCache: 'none' });
  const tell = (worker: ServiceWorker | null): void => {
    if (worker?.state === 'installed' && container.controller) showNewer(container, worker);
  };
  tell(registration.waiting);
  registration.addEventListener('updatefound', () => {
    const { installing } = registration;
    installing?.addEventListener('statechange', () => tell(installing));
  });
  const { active } = await container.ready;
  if (!container.controller) active?.postMessage({ do: 'claim', version: document.documentElement.dataset['version'] } satisfies Told);
  // No network, or no worker at this address any more: the worker finds out.
  registration.update().catch(() => active?.postMessage({ do: 'check' } satisfies Told));
}

/** Takes the pages off this browser; open windows ask the network from their next page on. */
async function dropPages(): Promise<void> {
  await (await registered())?.unregister();
  const names = (await caches.keys()).filter((name) => name.startsWith(`csec-toolkits ${siteRoot().pathname} `));
  await Promise.all(names.map((name) => caches.delete(name)));
}

function showNewer(container: ServiceWorkerContainer, worker: ServiceWorker): void {
  if (document.querySelector('.newer')) return;
  const words = make('span', {}, 'A newer version of these pages is ready.');
  const use = (): void => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = ({ data: others }: MessageEvent<number>) => {
      if (others > 0) words.textContent = 'Windows that are open side by side show the same version. Close the other windows of this site, then try again.';
    };
    container.addEventListener('controllerchange', () => location.reload(), { once: true });
    worker.postMessage({ do: 'use' } satisfies Told, [port2]);
  };
  const note = make('p', { class: 'newer no-print', role: 'status' }, words, ' ', make('button', { type: 'button', onclick: use }, 'Use it now'), ' ', make('button', { type: 'button', onclick: () => note.remove() }, 'Later'));
  document.body.append(note);
}

class OfflinePages extends HTMLElement {
  private readonly state = this.querySelector<HTMLElement>('[data-state]')!;
  private readonly button = this.querySelector('button')!;

  connectedCallback(): void {
    const container = workers();
    if (!container) {
      this.state.textContent = 'This browser cannot keep these pages. Take the ZIP instead.';
      return;
    }
    this.button.hidden = false;
    this.button.addEventListener('click', () => void this.change(container));
    this.show();
    void container.ready.then(() => this.show(true));
  }

  private async change(container: ServiceWorkerContainer): Promise<void> {
    try {
      if (isOff()) {
        localStorage.removeItem(choice);
        this.show();
        await keepPages(container);
        this.show(true);
        announce('The pages are kept in this browser.');
      } else {
        localStorage.setItem(choice, 'off');
        await dropPages();
        this.show();
        announce('The pages are off this browser.');
      }
    } catch {
      this.state.textContent = 'This browser does not let the site keep its pages.';
    }
  }

  private show(ready = false): void {
    const off = isOff();
    this.state.textContent = off ? 'No pages are kept in this browser.' : ready ? 'The pages are kept in this browser now.' : 'The pages are being kept …';
    this.button.textContent = off ? 'Keep the pages in this browser' : 'Take the pages off this browser';
  }
}

customElements.define('offline-pages', OfflinePages);

const container = workers();
// Who looks for help leaves no more behind than must be.
const isHelp = location.href.startsWith(new URL('help/', siteRoot()).href);
const saves = (navigator as { connection?: { saveData?: boolean } }).connection?.saveData;
// After the page itself, and not for those who save data.
if (container && !isHelp && !isOff() && !saves) addEventListener('load', () => setTimeout(() => void keepPages(container).catch(() => undefined), 1500));
