// Takes the place of `@vscode/spdlog` in VS Code's server. That module is native and stays unbuilt, and without it every
// output channel is empty. The same interface, as far as VS Code uses it, written with plain files.
const { appendFileSync, mkdirSync } = require("node:fs");
const { dirname } = require("node:path");

const levels = ["trace", "debug", "info", "warning", "error", "critical"];

class Logger {
  constructor(_kind, _name, file) {
    this.file = file;
    this.level = levels.indexOf("info");
    this.formatted = true;
    mkdirSync(dirname(file), { recursive: true });
    // The output view watches the file, so it has to be there.
    appendFileSync(file, "");
  }

  write(level, text) {
    if (level < this.level) return;
    const time = new Date().toISOString().replace("T", " ").replace("Z", "");
    appendFileSync(this.file, this.formatted ? `${time} [${levels[level]}] ${text}\n` : text);
  }

  getLevel() {
    return this.level;
  }

  setLevel(level) {
    this.level = level;
  }

  clearFormatters() {
    this.formatted = false;
  }

  setPattern() {}
  flush() {}
  drop() {}
}

for (const [level, name] of ["trace", "debug", "info", "warn", "error", "critical"].entries()) {
  Logger.prototype[name] = function (text) {
    this.write(level, text);
  };
}

const createRotatingLogger = async (name, file) => new Logger("rotating", name, file);

// One by one: an import sees only names that are exported in this form.
exports.version = 0;
exports.Logger = Logger;
exports.createRotatingLogger = createRotatingLogger;
exports.createAsyncRotatingLogger = createRotatingLogger;
exports.setLevel = () => {};
exports.setFlushOn = () => {};
