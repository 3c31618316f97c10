// Runs drafts through the command line, and scores what comes back with the scorer that lies beside the corpora.
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
export const shared = join(root, '../shared');
const work = join(root, 'build/quality');

export const readLines = (file) => readFileSync(file, 'utf8').split('\n').filter(Boolean).map((line) => JSON.parse(line));
export const inWork = (name) => {
  const file = join(work, name);
  mkdirSync(dirname(file), { recursive: true });
  return file;
};
export const writeLines = (name, lines) => {
  const file = inWork(name);
  writeFileSync(file, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  return file;
};

// Findings of drafts ({id, setting, text}), with a pack's folder in place of the default pack, or a setting in place of the drafts' own.
export function check(drafts, { pack, setting } = {}) {
  const args = ['check', '--jsonl', ...(pack ? ['--no-default-pack', '--pack', pack] : []), ...(setting ? ['--setting', setting] : []), '-'];
  const input = drafts.map(({ id, setting: own, text }) => `${JSON.stringify({ id, setting: own, text })}\n`).join('');
  const out = execFileSync(join(root, 'build/earshot'), args, { input, encoding: 'utf8', maxBuffer: 1 << 30 });
  return out.split('\n').filter(Boolean).map((line) => JSON.parse(line));
}

const scorer = join(shared, 'tools/score.mjs');
export const table = (cases, findings, ...options) => execFileSync('node', [scorer, cases, findings, ...options], { encoding: 'utf8', maxBuffer: 1 << 30 });
export const score = (cases, findings) => JSON.parse(table(cases, findings, '--json'));
