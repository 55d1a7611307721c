/**
 * What was worked out of texts, by what it was worked out of. A build reads and compiles the same texts more than once, and can leave
 * what it has worked out to the next one. Nobody changes a value.
 */
export class Remembered<Value> {
  private readonly asked = new Map<string, Value>();
  /** Of an earlier build, not asked for yet. */
  private readonly earlier = new Map<string, Value>();

  get(key: string): Value | undefined {
    const value = this.asked.get(key) ?? this.earlier.get(key);
    return value === undefined ? undefined : this.set(key, value);
  }

  set(key: string, value: Value): Value {
    this.asked.set(key, value);
    return value;
  }

  /** Takes what `leave` gave. */
  recall(left: readonly (readonly [string, Value])[]): void {
    for (const [key, value] of left) this.earlier.set(key, value);
  }

  /** All that was asked for: what it was worked out of, and the value. */
  leave(): [string, Value][] {
    return [...this.asked];
  }
}
