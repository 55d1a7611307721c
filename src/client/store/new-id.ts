/** An id of letters and digits that two tabs do not choose twice. */
export function newId(): string {
  const [number] = crypto.getRandomValues(new Uint32Array(1));
  return number!.toString(36);
}
