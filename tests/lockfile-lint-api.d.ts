/** Of lockfile-lint, which has no types of its own, what the tests use. */
declare module 'lockfile-lint-api' {
  type Found = { type: 'success' | 'error'; errors: { package?: string; message: string }[] };
  type Packages = { packages: object };
  export class ParseLockfile {
    constructor(options: { lockfileText: string; lockfileType: 'npm' });
    parseSync(): { type: string; object: object };
  }
  export class ValidateHost {
    constructor(lock: Packages);
    validate(hosts: readonly string[]): Found;
  }
  export class ValidateScheme {
    constructor(lock: Packages);
    validate(schemes: readonly string[]): Found;
  }
  export class ValidatePackageNames {
    constructor(lock: Packages);
    validate(): Found;
  }
  export class ValidateIntegrity {
    constructor(lock: Packages);
    validate(): Found;
  }
}
