/** Counts checks and keeps what failed. A check passes when it has no problems. */
export class Report {
  passed = 0;
  failures = [];

  check(name, problems) {
    if (problems.length === 0) this.passed += 1;
    else this.failures.push({ name, problems });
  }

  /** Runs an asynchronous check; an exception is its problem. */
  async run(name, problemsOf) {
    try {
      this.check(name, await problemsOf());
    } catch (error) {
      this.check(name, [error.message]);
    }
  }

  print() {
    for (const { name, problems } of this.failures) {
      console.log(`FAILED ${name}`);
      for (const problem of problems.slice(0, 12)) console.log(`    ${problem}`);
      if (problems.length > 12) console.log(`    … and ${problems.length - 12} more`);
    }
    console.log(`${this.passed} passed, ${this.failures.length} failed`);
  }
}
