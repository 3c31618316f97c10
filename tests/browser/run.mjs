// node run.mjs FILE...: runs browser tests, each file in a process of its own,
// two at a time (browsers are waited for most of the time). A file in which
// something fails is run again alone, at most twice: with two browsers beside
// it a busy machine may refuse what it allows one. Whatever needed that is
// named at the end; what fails alone as well fails.
import { spawn } from "node:child_process";
import { relative } from "node:path";

const AT_ONCE = 2;
const AGAIN = 2;
// The longest file takes four minutes; one that is not done after fifteen hangs.
const HANGS = 15 * 60_000;

// Each runs in a process group of its own, browsers and all, so that a group can
// be ended; whoever stops us stops them.
const running = new Set();
const end = (child) => process.kill(-child.pid, "SIGKILL");
for (const signal of ["SIGINT", "SIGTERM"]) {
  process.once(signal, () => {
    running.forEach(end);
    process.exit(1);
  });
}

// Resolves with {file, failed, pass, fail} once FILE has ended and its output
// stands on ours in one piece.
const runFile = (file) => new Promise((resolve) => {
  const child = spawn(process.execPath, ["--test", file],
    { stdio: ["ignore", "pipe", "inherit"], detached: true });
  running.add(child);
  const hangs = setTimeout(end, HANGS, child);
  let output = "";
  child.stdout.setEncoding("utf8").on("data", (text) => { output += text; });
  child.on("close", (code) => {
    clearTimeout(hangs);
    running.delete(child);
    process.stdout.write(`# ${relative(".", file)}\n${output}`);
    const count = (word) =>
      Number(new RegExp(`^(?:#|ℹ) ${word} (\\d+)$`, "m").exec(output)?.[1] ?? 0);
    resolve({ file, failed: code !== 0, pass: count("pass"), fail: count("fail") });
  });
});

// Runs all FILES, so many at once; resolves with their results.
const runAll = async (files, atOnce) => {
  const waiting = [...files];
  const results = [];
  const worker = async () => {
    while (waiting.length) results.push(await runFile(waiting.shift()));
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  return results;
};

const latest = new Map();
const keep = (results) => results.forEach((one) => latest.set(one.file, one));
const failed = () => [...latest.values()].filter((one) => one.failed);

keep(await runAll(process.argv.slice(2), AT_ONCE));
const first = failed().map((one) => one.file);
for (let time = 0; time < AGAIN && failed().length; time++) {
  keep(await runAll(failed().map((one) => one.file), 1));
}

const sum = (word) => [...latest.values()].reduce((n, one) => n + one[word], 0);
console.log(`# browser tests: ${latest.size} files, ${sum("pass")} pass, ${sum("fail")} fail`);
for (const file of first) {
  const how = latest.get(file).failed ? "fails" : "passed when run again alone";
  console.log(`# ${relative(".", file)}: ${how}`);
}
process.exitCode = failed().length || !latest.size ? 1 : 0;
