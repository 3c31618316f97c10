// Protected expression raises nothing above a cheer. Reads what
// `earshot check --jsonl posts.jsonl` answered on stdin; exit 1 and a line for
// each post that was interrupted, or not answered.
import { readFileSync } from "node:fs";

const lines = (text) => text.split("\n").filter(Boolean).map(JSON.parse);
const posts = lines(
  readFileSync(new URL("posts.jsonl", import.meta.url), "utf8"),
);
const answers = new Map(
  lines(readFileSync(0, "utf8")).map((answer) => [answer.id, answer]),
);

let interrupted = 0;
for (const { id, setting, text } of posts) {
  const answer = answers.get(id);
  const said = answer?.findings
    ?.filter((finding) => finding.level !== "cheer")
    .map((f) => `${f.level} ${f.principle}/${f.signal}`);
  if (answer?.complete && said?.length === 0) continue;
  interrupted++;
  console.log(`${id} ${setting}: ${said?.join(", ") || "no answer"}: ${text}`);
}
console.log(`protected: ${posts.length} posts, ${interrupted} interrupted`);
process.exit(interrupted > 0 || posts.length < 170 ? 1 : 0);
