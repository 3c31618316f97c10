// What posts teach, for all principles at once: a weight for each feature (logistic regression), and units that look at common features
// together (one hidden layer), learned by AdaGrad over single posts; the same every time. Pure.

// What a pair of words says counts less than a word: there are many, each seen seldom.
const PAIR = 0.55;
const EPOCHS = 20;
const PENALTY = 0.09;
const RATE = 0.1;
export const UNITS = 64;
// Units look at words of this many posts or more, and at pairs of somewhat more; at rarer ones too they learned nothing further.
const COMMON = { word: 140, pair: 200 };
const UNIT_RATES = { looks: 0.05, says: 0.02 };
const UNIT_PENALTIES = { looks: 1e-3, says: 1e-4 };
// So that nothing is learned by heart, a third of a post's features are not seen at a time, and two units in ten. The more posts there are, the
// less of that is needed: with half as many a half and four in ten were best.
const UNSEEN = 0.35;
const ASLEEP = 0.2;
// What a unit sees is rounded to so much of what it sees on average, and what is less than this much of that is nothing: a handful of steps tells
// posts apart as well (average precision 0.800 with them and without) and packs to less than half. It is done before anything is measured on the
// model, so that what a score is worth holds for what is shipped.
const COARSE = 1.2;
const LEAST = 0.6;

// Features that are kept, so that the table stays near 0.7 MB (a third of that packed). Those that weigh little, or seldom, are left out.
const ROWS = 25_000;

export const isPair = (name) => name.includes(' ') && name[0] !== '[';

// Words seen in two posts, pairs seen in three: what is seen less teaches nothing about new posts.
function worthKeeping(posts) {
  const seen = new Map();
  for (const post of posts) if (!post.part) for (const name of post.features) seen.set(name, (seen.get(name) ?? 0) + 1);
  return [...seen].filter(([name, times]) => times >= (isPair(name) ? 3 : 2));
}

function chances(seed) {
  let random = seed;
  return () => (random = (Math.imul(random, 1103515245) + 12345) & 0x7fffffff) / 0x80000000;
}

function shuffle(order, chance) {
  for (let n = order.length - 1; n > 0; n--) {
    const other = Math.floor(chance() * (n + 1));
    [order[n], order[other]] = [order[other], order[n]];
  }
}

function emptyModel(posts, principles, chance) {
  const kept = worthKeeping(posts);
  const names = kept.map(([name]) => name);
  const times = kept.map(([, seen]) => seen);
  let common = 0;
  const unitRow = Int32Array.from(times, (n, at) => (n >= (isPair(names[at]) ? COMMON.pair : COMMON.word) ? common++ * UNITS : -1));
  return {
    names, times, unitRow,
    place: new Map(names.map((name, n) => [name, n])),
    scale: Float64Array.from(names, (name) => (isPair(name) ? PAIR : 1)),
    weights: new Float64Array(names.length * principles),
    start: new Float64Array(principles).fill(-2),
    looks: Float64Array.from({ length: common * UNITS }, () => (chance() - 0.5) * 0.2),
    unitStart: new Float64Array(UNITS),
    says: Float64Array.from({ length: UNITS * principles }, () => (chance() - 0.5) * 0.5),
  };
}

const placesOf = (model, features) => Uint32Array.from(features.filter((f) => model.place.has(f)), (f) => model.place.get(f));

// How strongly each unit speaks up: what it looks at, by the root of how much there was to look at, if that is above nothing.
function listen(model, input, units) {
  units.fill(0);
  let seen = 1;
  for (const f of input) {
    const row = model.unitRow[f];
    if (row < 0) continue;
    seen++;
    for (let u = 0; u < UNITS; u++) units[u] += model.looks[row + u] * model.scale[f];
  }
  const share = 1 / Math.sqrt(seen);
  for (let u = 0; u < UNITS; u++) units[u] = Math.max(0, units[u] * share + model.unitStart[u]);
  return share;
}

function add(sum, { weights, start, scale, says }, input, units) {
  sum.set(start);
  for (const f of input) for (let p = 0, w = f * sum.length; p < sum.length; p++, w++) sum[p] += weights[w] * scale[f];
  for (let u = 0, w = 0; u < UNITS; u++) for (let p = 0; p < sum.length; p++, w++) sum[p] += says[w] * units[u];
}

// AdaGrad's step: the more a number was pushed, the less it moves.
function push(numbers, pushed, at, slope, rate) {
  pushed[at] += slope * slope;
  numbers[at] -= (rate * slope) / Math.sqrt(pushed[at] + 1e-6);
}

const NUMBERS = ['weights', 'start', 'looks', 'unitStart', 'says'];

function learnWeights(model, pushed, input, off, want) {
  const principles = off.length;
  for (let p = 0; p < principles; p++) if (want[p] >= 0) push(model.start, pushed.start, p, off[p], RATE);
  for (const f of input)
    for (let p = 0, w = f * principles; p < principles; p++, w++)
      if (want[p] >= 0) push(model.weights, pushed.weights, w, off[p] * model.scale[f] + PENALTY * model.weights[w], RATE);
}

function learnUnits(model, pushed, input, { off, units, awake, blame, share }) {
  const principles = off.length;
  blame.fill(0);
  for (let u = 0, w = 0; u < UNITS; u++)
    for (let p = 0; p < principles; p++, w++) {
      if (off[p] === 0 || units[u] === 0) continue;
      blame[u] += off[p] * model.says[w] * awake[u];
      push(model.says, pushed.says, w, off[p] * units[u] + UNIT_PENALTIES.says * model.says[w], UNIT_RATES.says);
    }
  for (const f of input) {
    const row = model.unitRow[f];
    if (row < 0) continue;
    for (let u = 0; u < UNITS; u++)
      if (blame[u] !== 0)
        push(model.looks, pushed.looks, row + u, blame[u] * model.scale[f] * share + UNIT_PENALTIES.looks * model.looks[row + u], UNIT_RATES.looks);
  }
  for (let u = 0; u < UNITS; u++) if (blame[u] !== 0) push(model.unitStart, pushed.unitStart, u, blame[u], UNIT_RATES.says);
}

// How much a step of each unit is.
function stepsOf({ looks, unitRow, scale }) {
  const squares = new Float64Array(UNITS);
  unitRow.forEach((row, n) => {
    for (let u = 0; row >= 0 && u < UNITS; u++) squares[u] += (looks[row + u] * scale[n]) ** 2;
  });
  return squares.map((sum) => COARSE * Math.sqrt((sum * UNITS) / looks.length) || 1);
}

// Keeps the features that units look at, and those that weigh most in the posts they stand in. The others, though each says next to nothing,
// together speak against most principles: they too are left out before anything is measured.
function lighten(model, principles) {
  const { names, weights, scale, times, unitRow } = model;
  const matters = names.map((_, n) => {
    const own = weights.subarray(n * principles, (n + 1) * principles);
    return times[n] * scale[n] ** 2 * own.reduce((sum, w) => sum + w * w, 0);
  });
  const first = (n) => (unitRow[n] < 0 ? 0 : 1);
  const order = names.map((_, n) => n).sort((a, b) => first(b) - first(a) || matters[b] - matters[a] || a - b);
  for (const n of order.slice(ROWS)) weights.fill(0, n * principles, (n + 1) * principles);
  model.kept = Uint32Array.from(order.slice(0, ROWS));
}

function coarsen(model) {
  const { looks, unitRow, scale } = model;
  model.steps = stepsOf(model);
  unitRow.forEach((row, n) => {
    for (let u = 0; row >= 0 && u < UNITS; u++) {
      const steps = (looks[row + u] * scale[n]) / model.steps[u];
      looks[row + u] = (Math.abs(steps) < LEAST ? 0 : Math.sign(steps) * Math.max(1, Math.round(Math.abs(steps))) * model.steps[u]) / scale[n];
    }
  });
}

// posts: [{ features: [name…], want: [how likely it is that a principle is wanted, or -1 where nobody said; for each],
// part: true for a piece of another post }].
// Returns { names, times (in how many posts), place, kept (what weighs anything), scale, weights, start; unitRow, looks, steps, unitStart, says }:
// the weights of feature n for all principles stand side by side from n * principles on, what units see in it from unitRow[n] on (times scale:
// whole steps of each unit), and what unit u says of them from u * principles on.
export function fit(posts, principles) {
  const chance = chances(1);
  const model = emptyModel(posts, principles, chance);
  const pushed = Object.fromEntries(NUMBERS.map((name) => [name, new Float64Array(model[name].length)]));
  const inputs = posts.map((post) => placesOf(model, post.features));
  const at = { off: new Float64Array(principles), units: new Float64Array(UNITS), awake: new Float64Array(UNITS), blame: new Float64Array(UNITS), share: 1 };
  const order = posts.map((_, n) => n);
  for (let epoch = 0; epoch < EPOCHS; epoch++) {
    shuffle(order, chance);
    for (const n of order) {
      const input = inputs[n].filter(() => chance() >= UNSEEN);
      at.share = listen(model, input, at.units);
      for (let u = 0; u < UNITS; u++) at.units[u] *= at.awake[u] = chance() < ASLEEP ? 0 : 1 / (1 - ASLEEP);
      add(at.off, model, input, at.units);
      const { want } = posts[n];
      for (let p = 0; p < principles; p++) at.off[p] = want[p] < 0 ? 0 : 1 / (1 + Math.exp(-at.off[p])) - want[p];
      learnUnits(model, pushed, input, at);
      learnWeights(model, pushed, input, at.off, want);
    }
  }
  lighten(model, principles);
  coarsen(model);
  return model;
}

// Log-odds of a post for each principle.
export function score(model, features) {
  const sum = new Float64Array(model.start.length);
  const units = new Float64Array(UNITS);
  const input = placesOf(model, features);
  listen(model, input, units);
  add(sum, model, input, units);
  return sum;
}
