// What scores are worth.

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
