/**
 * One value for all copies of a module. Astro loads the same file more than once (for its configuration, for the
 * collections, for the pages); what they keep in variables of their own, the others never see.
 */
export function shared<Value extends object>(name: string, make: () => Value): Value {
  const all = globalThis as unknown as Record<symbol, Value | undefined>;
  return (all[Symbol.for(`csec:${name}`)] ??= make());
}
