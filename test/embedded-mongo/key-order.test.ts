import { Decimal128, Double, Long } from 'bson';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareValues, identity, orderKey } from '../../src/embedded-mongo/key-order.ts';
import { drawn } from '../support/how-often.ts';

type Exact = { above: bigint; below: bigint };

function ofDouble(value: number): Exact {
  let below = 1n;
  let above = value;
  while (!Number.isInteger(above)) {
    above *= 2;
    below *= 2n;
  }
  return { above: BigInt(above), below };
}

const tenTo = (power: number) => 10n ** BigInt(power);
const double = fc
  .double({ noNaN: true, noDefaultInfinity: true, min: -1e30, max: 1e30 })
  .filter((value) => value === 0 || Math.abs(value) > 1e-30)
  .map((value) => ({ value: new Double(value) as unknown, exact: ofDouble(value) }));
const long = fc
  .oneof(
    fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n }),
    fc.bigInt({ min: 2n ** 53n - 4n, max: 2n ** 53n + 4n }),
  )
  .map((value) => ({ value: Long.fromBigInt(value) as unknown, exact: { above: value, below: 1n } }));
const decimal = fc
  .tuple(fc.bigInt({ min: -(10n ** 34n) + 1n, max: 10n ** 34n - 1n }), fc.integer({ min: -40, max: 5 }))
  .map(([digits, power]) => ({
    value: Decimal128.fromString(`${digits}E${power}`) as unknown,
    exact: power < 0 ? { above: digits, below: tenTo(-power) } : { above: digits * tenTo(power), below: 1n },
  }));
const near = fc
  .tuple(fc.integer({ min: -9, max: 9 }), fc.constantFrom('0.1', '9007199254740993', '1.5'))
  .map(([step, base]) => {
    const digits = BigInt(base.replace('.', '')) * tenTo(15) + BigInt(step);
    const places = 15 + (base.split('.')[1]?.length ?? 0);
    return {
      value: Decimal128.fromString(`${digits}E-${places}`) as unknown,
      exact: { above: digits, below: tenTo(places) },
    };
  });
const number = fc.oneof(
  double,
  long,
  decimal,
  near,
  fc.constant({ value: 0.1 as unknown, exact: ofDouble(0.1) }),
);

test('numbers of whatever types compare by their exact values, and so do their keys', () => {
  fc.assert(
    fc.property(number, number, (a, b) => {
      const difference = a.exact.above * b.exact.below - b.exact.above * a.exact.below;
      const expected = difference === 0n ? 0 : difference < 0n ? -1 : 1;
      expect(Math.sign(compareValues(a.value, b.value))).toBe(expected);
      expect(Buffer.compare(orderKey([a.value]), orderKey([b.value]))).toBe(expected);
      expect(identity(a.value) === identity(b.value)).toBe(expected === 0);
    }),
    drawn(500),
  );
});

test('texts compare by their bytes, in whatever script and with zeros inside', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (a, b) => {
      const expected = Buffer.compare(Buffer.from(a), Buffer.from(b));
      expect(Math.sign(compareValues(a, b))).toBe(expected);
      // A descending key is its mirror image, and what follows a text in a key never changes their order.
      expect(Buffer.compare(orderKey([a, 5], [-1, 1]), orderKey([b, 5], [-1, 1]))).toBe(-expected + 0);
    }),
  );
});

test.each([
  [['-1E+300', '-1E+299', '0', '1E-6000', '1E+300', '1.0000000000000000001E+300', '9E+6000']],
  [['1E-100', '1.0000000000000000000001E-100', '1.1E-100']],
  [['0.1', '0.1000000000000000000000000000000001', '0.1000000000000000055511151231257827']],
])('Decimal128 of every size is in its order: %j', (texts) => {
  const keys = texts.map((text) => orderKey([Decimal128.fromString(text)]).toString('hex'));
  expect(keys).toEqual(keys.toSorted());
});

test('a long or decimal equals the double of its value and no other', () => {
  const same = (a: unknown, b: unknown) => identity(a) === identity(b);
  expect(same(Long.fromString('9007199254740993'), Decimal128.fromString('9007199254740993.0'))).toBe(true);
  expect(same(Long.fromString('9007199254740993'), 9007199254740992)).toBe(false);
  expect(same(Decimal128.fromString('1E+22'), 1e22)).toBe(true);
  expect(same(Decimal128.fromString('1E+23'), 1e23)).toBe(false);
  expect(same(Decimal128.fromString('0.5'), 0.5)).toBe(true);
  expect(same(Decimal128.fromString('0.1'), 0.1)).toBe(false);
});
