/** Counts checks and keeps what failed. A check passes when it has no problems; one that the site has nothing for is skipped, which is said. */
export class Report {
  passed = 0;
  failures = [];
  skipped = [];
  /** What is being checked. */
  current = "";
  /** Without a browser no further check is run. */
  isOver = false;

  check(name, problems) {
    if (problems.length === 0) this.passed += 1;
    else this.failures.push({ name, problems });
  }

  /** Runs an asynchronous check; an exception is its problem. */
  async run(name, problemsOf) {
    if (this.isOver) return;
    const around = this.current;
    this.current = name;
    try {
      this.check(name, await problemsOf());
    } catch (error) {
      this.check(name, [error.message]);
    }
    this.current = around;
  }

  skip(name, reason) {
    this.skipped.push(`${name}: ${reason}`);
  }

  print() {
    for (const { name, problems } of this.failures) {
      console.log(`FAILED ${name}`);
      for (const problem of problems.slice(0, 12)) console.log(`    ${problem}`);
      if (problems.length > 12) console.log(`    … and ${problems.length - 12} more`);
    }
    for (const line of this.skipped) console.log(`skipped: ${line}`);
    console.log(`${this.passed} passed, ${this.failures.length} failed`);
  }
}
