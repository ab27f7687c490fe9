"use strict";

// Loaded before Azurite (node --require). Ties Azurite's life to that of the process that started it,
// which holds the other end of stdin: however that process ends, stdin ends with it.

// Azurite writes its whole database to a new file and renames it, every 5 s when something changed. With both
// processes killed at once, that much would be lost; so look for changes more often. What remains: a write of the
// last AUTOSAVE_MS (plus the time to write the file), and whatever the operating system had not yet put on the
// disk when the machine itself stops, because LokiJS does not flush.
const AUTOSAVE_MS = 100;
const DRAIN_MS = 8000;

const Loki = require("lokijs");
const autosaveEnable = Loki.prototype.autosaveEnable;
Loki.prototype.autosaveEnable = function (...args) {
  this.autosaveInterval = AUTOSAVE_MS;
  return autosaveEnable.apply(this, args);
};

// Ctrl-C reaches every process of the terminal's foreground group. The parent may still be answering requests
// then, so it decides when Azurite ends: Azurite must not listen for this signal.
const once = process.once;
process.once = function (event, listener) {
  return event === "SIGINT" ? this : once.call(this, event, listener);
};
process.on("SIGINT", () => {});

let stopping = false;
function stop() {
  if (stopping) {
    return;
  }
  stopping = true;
  if (process.listenerCount("message") === 0) {
    // Not serving yet, so nobody has written anything.
    process.exit(0);
  }
  // Azurite closes its server and saves. No process.exit here: a save that was already under way ends first,
  // then nothing is left to do and Node ends by itself. The timer is for a client that holds a request open.
  process.emit("message", "shutdown");
  setTimeout(() => process.exit(0), DRAIN_MS).unref();
}

process.on("SIGTERM", stop);
process.on("SIGHUP", stop);
process.stdin.on("end", stop).on("close", stop).on("error", stop).resume();

// A pipe whose reader is gone must not bring Azurite down before it has saved.
process.stdout.on("error", () => {});
process.stderr.on("error", () => {});
