/** Student's 97.5 % point for any degrees, by Simpson's rule on the density and bisection: slow, and shares nothing with the product. */
export const student = (degrees: number): number => {
  const density = (x: number): number => (1 + x ** 2 / degrees) ** (-(degrees + 1) / 2);
  // The factor of the density falls out: it is divided by half of its whole area.
  const area = (from: number, to: number, steps = 20_000): number => {
    const step = (to - from) / steps;
    let sum = density(from) + density(to);
    for (let at = 1; at < steps; at += 1) sum += density(from + at * step) * (at % 2 === 1 ? 4 : 2);
    return (sum * step) / 3;
  };
  // x = tan(angle): the whole tail in a finite range.
  const half = ((): number => {
    const steps = 20_000;
    const step = Math.PI / 2 / steps;
    const at = (angle: number): number => {
      const x = Math.tan(angle);
      return density(x) * (1 + x ** 2);
    };
    let sum = at(0);
    for (let one = 1; one < steps; one += 1) sum += at(one * step) * (one % 2 === 1 ? 4 : 2);
    return (sum * step) / 3;
  })();
  let [low, high] = [0, 20];
  for (let round = 0; round < 60; round += 1) {
    const middle = (low + high) / 2;
    if (area(0, middle, 2_000) / half < 0.95) low = middle;
    else high = middle;
  }
  return low;
};
