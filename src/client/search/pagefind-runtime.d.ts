/** The runtime that Pagefind writes beside its index, as far as this site uses it. */
declare module 'pagefind-runtime' {
  export interface Pagefind {
    init(): Promise<void>;
    search(query: string, options: object): Promise<{ results: { id: string; score: number }[] }>;
  }
  export function createInstance(options: {
    basePath: string;
    baseUrl: string;
    noWorker: boolean;
    ranking?: Record<string, number>;
  }): Pagefind;
}
