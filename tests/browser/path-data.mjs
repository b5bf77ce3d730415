// The pieces of a path: each begins with a move, all places absolute.

const counts = { m: 2, l: 2, h: 1, v: 1, c: 6, q: 4, a: 7, z: 0 };

/** Numbers of a path as our writer sets them: flags of arcs stand apart, signs may separate. */
function commandsOf(d) {
  return [...d.matchAll(/([a-z])([^a-z]*)/gi)].flatMap(([, letter, rest]) => {
    const numbers = (rest.match(/-?(?:\d+\.?\d*|\.\d+)/g) ?? []).map(Number), count = counts[letter.toLowerCase()];
    if (count === 0) return [{ letter, numbers: [] }];
    return Array.from({ length: numbers.length / count }, (_, i) => ({ letter, numbers: numbers.slice(i * count, (i + 1) * count) }));
  });
}

/** [{ points: [[x, y] …], arcs: [{ from, to, radius, large }] }] of a path's data; points hold controls, too. */
export function piecesOf(d) {
  const pieces = [];
  let x = 0, y = 0;
  for (const { letter, numbers } of commandsOf(d)) {
    const relative = letter === letter.toLowerCase(), kind = letter.toLowerCase();
    const at = (dx, dy) => relative ? [x + dx, y + dy] : [dx, dy];
    const piece = pieces.at(-1);
    if (kind === "z") { [x, y] = piece.points[0]; continue; }
    const [dx, dy] = kind === "h" ? [numbers[0], relative ? 0 : y] : kind === "v" ? [relative ? 0 : x, numbers[0]] : numbers.slice(-2);
    const end = at(dx, dy);
    if (kind === "m") pieces.push({ points: [end], arcs: [] });
    if (kind === "a") piece.arcs.push({ from: [x, y], to: end, radius: numbers[0], large: numbers[3] === 1, clockwise: numbers[4] === 1 });
    if (kind === "c" || kind === "q") for (let i = 0; i + 2 < numbers.length; i += 2) piece.points.push(at(numbers[i], numbers[i + 1]));
    if (kind !== "m") piece.points.push(end);
    [x, y] = end;
  }
  return pieces;
}

/** The box around points. Circles are drawn in two halves from side to side, so their middle is right, their height is not. */
export function boxOf(points) {
  const xs = points.map(([x]) => x), ys = points.map(([, y]) => y);
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) };
}

/** Angles in turns from twelve o'clock and radii of a sector. */
export function sectorOf({ arcs }) {
  const outer = arcs.filter(({ radius, clockwise }) => radius === arcs[0].radius && clockwise === arcs[0].clockwise), { from, radius } = outer[0];
  const angle = ({ from: a, to: b, radius: r, large }) => {
    const turn = 2 * Math.asin(Math.min(1, Math.hypot(b[0] - a[0], b[1] - a[1]) / 2 / r)) / (2 * Math.PI);
    return large ? 1 - turn : turn;
  };
  const first = outer[0], half = angle(first) * Math.PI; // half of the angle, in radians
  const [dx, dy] = [first.to[0] - from[0], first.to[1] - from[1]], chord = Math.hypot(dx, dy);
  const away = Math.cos(half) * radius; // from the chord's middle to the centre, at the right of a clockwise way
  const centre = [(from[0] + first.to[0]) / 2 - dy / chord * away, (from[1] + first.to[1]) / 2 + dx / chord * away];
  const start = Math.atan2(from[0] - centre[0], centre[1] - from[1]) / (2 * Math.PI);
  return { from: (start + 1) % 1, sweep: outer.reduce((sum, arc) => sum + angle(arc), 0), outer: radius, inner: arcs.find((arc) => arc.radius !== radius)?.radius ?? 0 };
}
