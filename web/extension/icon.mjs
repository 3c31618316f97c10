/* The icon, drawn: a speech bubble with a dotted line under its words. PNG by
   hand, because two shapes need no library. */
import { deflateSync } from "node:zlib";

const TEAL = [29, 92, 102];
const PAPER = [255, 250, 242];
/** samples a pixel, each way */
const FINE = 4;

const inRound = (x, y, left, top, right, bottom, radius) => {
  const dx = Math.max(left + radius - x, x - (right - radius), 0);
  const dy = Math.max(top + radius - y, y - (bottom - radius), 0);
  return dx * dx + dy * dy <= radius * radius;
};

/** Colour at a place of the unit square, or null. */
function paint(x, y) {
  const bubble = inRound(x, y, 0.04, 0.08, 0.96, 0.78, 0.2) ||
    (y > 0.7 && y < 0.97 && x > 0.22 && x < 0.22 + (0.97 - y) * 1.1);
  if (!bubble) return null;
  if (inRound(x, y, 0.2, 0.27, 0.8, 0.37, 0.05)) return PAPER;
  for (const dot of [0.26, 0.42, 0.58, 0.74]) {
    if ((x - dot) ** 2 + (y - 0.56) ** 2 <= 0.055 ** 2) return PAPER;
  }
  return TEAL;
}

function pixels(size) {
  const rows = [];
  for (let row = 0; row < size; row += 1) {
    rows.push(0);
    for (let column = 0; column < size; column += 1) {
      rows.push(...pixel(row, column, size));
    }
  }
  return Buffer.from(rows);
}

function pixel(row, column, size) {
  const sum = [0, 0, 0];
  let filled = 0;
  for (let i = 0; i < FINE * FINE; i += 1) {
    const x = (column + (i % FINE + 0.5) / FINE) / size;
    const y = (row + (Math.floor(i / FINE) + 0.5) / FINE) / size;
    const colour = paint(x, y);
    if (!colour) continue;
    filled += 1;
    colour.forEach((value, channel) => { sum[channel] += value; });
  }
  const mean = sum.map((value) => filled ? Math.round(value / filled) : 0);
  return [...mean, Math.round((filled / FINE ** 2) * 255)];
}

const TABLE = Array.from({ length: 256 }, (_, n) => {
  let value = n;
  for (let k = 0; k < 8; k += 1) {
    value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
  }
  return value >>> 0;
});

function crc(bytes) {
  let value = 0xffffffff;
  for (const byte of bytes) value = TABLE[(value ^ byte) & 255] ^ (value >>> 8);
  return (value ^ 0xffffffff) >>> 0;
}

function chunk(kind, data) {
  const body = Buffer.concat([Buffer.from(kind, "latin1"), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc(body), 4);
  return Buffer.concat([ends.subarray(0, 4), body, ends.subarray(4)]);
}

/** @param {number} size in pixels, each way @returns {Buffer} a PNG */
export function icon(size) {
  const head = Buffer.alloc(13);
  head.writeUInt32BE(size, 0);
  head.writeUInt32BE(size, 4);
  head.set([8, 6, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]), chunk("IHDR", head),
    chunk("IDAT", deflateSync(pixels(size), { level: 9 })),
    chunk("IEND", Buffer.alloc(0)),
  ]);
}

/** @param {number[]} sizes @returns {Record<string, Buffer>} by file name */
export const drawIcons = (sizes) => Object.fromEntries(
  sizes.map((size) => [`icons/${size}.png`, icon(size)]));
