/** The runtime that Pagefind writes beside its index, as far as this site uses it. */
declare module 'pagefind-runtime' {
  export interface SubResult {
    title: string;
    url: string;
    /** HTML: escaped words of the page, the found ones within <mark>. */
    excerpt: string;
  }
  export interface Result extends SubResult {
    meta: { title: string; sort?: string };
    sub_results: SubResult[];
  }
  export interface Pagefind {
    init(): Promise<void>;
    search(
      query: string,
      options: { filters?: { part: 'glossary' } },
    ): Promise<{ results: { id: string; data(): Promise<Result> }[] }>;
  }
  export function createInstance(options: {
    basePath: string;
    baseUrl: string;
    noWorker: boolean;
    excerptLength: number;
    ranking: Record<string, number>;
  }): Pagefind;
}
