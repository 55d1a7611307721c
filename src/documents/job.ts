/** One file to write: its name with extension, the page it belongs to, and what the writer makes it from. */
export interface Job<Input> {
  file: string;
  /** What the file holds, for the downloads page: “Coordinator”. */
  title: string;
  /** The page that offers it: `/toolkits/coordinator/`, or `/` for the whole set. */
  address: string;
  /** The number of the toolkit that it belongs to; the whole set has none. */
  toolkit?: number;
  input: Input;
}
