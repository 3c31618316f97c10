// Models fitted side by side, each on a thread of its own, as many at once as there are processors. The same numbers come out as one by one.
import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { fit } from './fit.mjs';

const waiting = [];
let running = 0;

function runNext() {
  if (!waiting.length || running === availableParallelism()) return;
  const { posts, principles, done, fail } = waiting.shift();
  running++;
  const thread = new Worker(new URL(import.meta.url), { workerData: { posts, principles } });
  thread.once('message', done).once('error', fail).once('exit', () => {
    running--;
    runNext();
  });
}

// What fit returns, later. A thread is given what fit looks at, and nothing else of a post.
export function fitBeside(posts, principles) {
  const looked = posts.map(({ features, want, part }) => ({ features, want, part }));
  return new Promise((done, fail) => {
    waiting.push({ posts: looked, principles, done, fail });
    runNext();
  });
}

if (!isMainThread) parentPort.postMessage(fit(workerData.posts, workerData.principles));
