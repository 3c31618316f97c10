// Logistic regression for all principles at once: AdaGrad over single posts, an L2 penalty on what a post touches, the same every time.

// What a pair of words says counts less than a word: there are many, each seen seldom.
const PAIR = 0.7;
const EPOCHS = 12;
const RATE = 0.1;
const PENALTY = 0.2;

const isPair = (name) => name.includes(' ') && name[0] !== '[';

// Words seen in two posts, pairs seen in three: what is seen less teaches nothing about new posts.
function worthKeeping(posts) {
  const seen = new Map();
  for (const post of posts) for (const name of post.features) seen.set(name, (seen.get(name) ?? 0) + 1);
  return [...seen].filter(([name, times]) => times >= (isPair(name) ? 3 : 2));
}

function shuffle(order, random) {
  for (let n = order.length - 1; n > 0; n--) {
    random = (Math.imul(random, 1103515245) + 12345) & 0x7fffffff;
    const other = random % (n + 1);
    [order[n], order[other]] = [order[other], order[n]];
  }
  return random;
}

// posts: [{ features: [name…], want: [1 wanted, 0 not, -1 not counted; for each principle] }]. Returns { names, times (in how many posts), place, scale, weights, start }: the
// weights of feature n for all principles stand side by side from n * principles on.
export function fit(posts, principles) {
  const kept = worthKeeping(posts);
  const names = kept.map(([name]) => name);
  const times = kept.map(([, seen]) => seen);
  const place = new Map(names.map((name, n) => [name, n]));
  const scale = Float64Array.from(names, (name) => (isPair(name) ? PAIR : 1));
  const inputs = posts.map((post) => Uint32Array.from(post.features.filter((f) => place.has(f)), (f) => place.get(f)));
  const weights = new Float64Array(names.length * principles);
  const moved = new Float64Array(weights.length).fill(1e-6);
  const start = new Float64Array(principles).fill(-2);
  const startMoved = new Float64Array(principles).fill(1e-6);
  const off = new Float64Array(principles);
  const order = posts.map((_, n) => n);
  let random = 1;
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    random = shuffle(order, random);
    for (const n of order) {
      const { want } = posts[n];
      add(off, { weights, start, scale }, inputs[n]);
      for (let p = 0; p < principles; p++) {
        off[p] = want[p] < 0 ? 0 : 1 / (1 + Math.exp(-off[p])) - want[p];
        startMoved[p] += off[p] * off[p];
        start[p] -= (RATE * off[p]) / Math.sqrt(startMoved[p]);
      }
      for (const f of inputs[n])
        for (let p = 0, w = f * principles; p < principles; p++, w++) {
          if (want[p] < 0) continue;
          const slope = off[p] * scale[f] + PENALTY * weights[w];
          moved[w] += slope * slope;
          weights[w] -= (RATE * slope) / Math.sqrt(moved[w]);
        }
    }
  }
  return { names, times, place, scale, weights, start };
}

function add(sum, { weights, start, scale }, input) {
  sum.set(start);
  for (const f of input) for (let p = 0, w = f * sum.length; p < sum.length; p++, w++) sum[p] += weights[w] * scale[f];
}

// Log-odds of a post for each principle.
export function score(model, features) {
  const sum = new Float64Array(model.start.length);
  add(sum, model, features.filter((f) => model.place.has(f)).map((f) => model.place.get(f)));
  return sum;
}

// Stretches scores so that they mean what they say (Platt scaling, by Newton's method): pairs of [score, 1 or 0] give { slope, start }.
export function calibrate(pairs) {
  let slope = 1;
  let start = 0;
  for (let round = 0; round < 30; round++) {
    let [a, b, aa, ab, bb] = [0, 0, 1e-3, 0, 1e-3];
    for (const [x, wanted] of pairs) {
      const chance = 1 / (1 + Math.exp(-slope * x - start));
      const push = wanted - chance;
      const give = chance * (1 - chance);
      a += push * x;
      b += push;
      aa += give * x * x;
      ab += give * x;
      bb += give;
    }
    const whole = aa * bb - ab * ab;
    slope += (a * bb - b * ab) / whole;
    start += (b * aa - a * ab) / whole;
  }
  return { slope, start };
}
