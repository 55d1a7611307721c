/** The part of Ace that the tests use; the package has no types of its own. */
declare module '@daisy/ace-core' {
  export interface AxeRunner {
    /** How many pages are checked at once. */
    concurrency: number;
    setTimeout(ms: number): void;
    launch(): Promise<void>;
    close(): Promise<void>;
    /** Opens a page, runs the scripts (paths) after the contents (source), and gives what `daisy.ace.run` finds. */
    run(url: string, scripts: string[], contents: string[], folder: string): Promise<unknown>;
  }
  export interface AceReport {
    assertions: {
      'earl:testSubject': { url: string };
      assertions: {
        'earl:test': { 'dct:title': string; 'earl:impact': string };
        'earl:result': { html?: string; 'dct:description': string };
      }[];
    }[];
  }
  export default function ace(
    file: string,
    options: Record<string, unknown>,
    runner: AxeRunner,
  ): Promise<[job: string, report: AceReport]>;
}
