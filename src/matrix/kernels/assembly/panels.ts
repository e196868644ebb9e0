/** Kernels over two panels (tall matrices with rows of 64 bytes): what orthonormalising and rotating a basis need. */

/** Rows handled at once: two blocks of 8 KB stay in the first cache. */
const blockRows = 128;

/** out += transposed(left) x right, a small square matrix; each sum runs in the order of the rows. */
export function panelDots<T>(rows: i32, left: usize, right: usize, out: usize): void {
  for (let done = 0; done < rows; done += blockRows) {
    const count = min(blockRows, rows - done);
    for (let lane: usize = 0; lane < 64; lane += 2 * sizeof<T>()) {
      const first = out + (lane * 64) / sizeof<T>();
      dotsOfTwoLanes<T>(count, left + lane, right, first);
    }
    left += blockRows * 64;
    right += blockRows * 64;
  }
}

function dotsOfTwoLanes<T>(count: i32, left: usize, right: usize, out: usize): void {
  let a = v128.load(out),
    b = v128.load(out, 16),
    c = v128.load(out, 32),
    d = v128.load(out, 48);
  let e = v128.load(out, 64),
    f = v128.load(out, 80),
    g = v128.load(out, 96),
    h = v128.load(out, 112);
  for (let r = 0; r < count; r++) {
    const p = v128.load(right),
      q = v128.load(right, 16),
      s = v128.load(right, 32),
      t = v128.load(right, 48);
    const one = v128.load_splat<T>(left);
    a = v128.add<T>(a, v128.mul<T>(one, p));
    b = v128.add<T>(b, v128.mul<T>(one, q));
    c = v128.add<T>(c, v128.mul<T>(one, s));
    d = v128.add<T>(d, v128.mul<T>(one, t));
    const two = v128.load_splat<T>(left + sizeof<T>());
    e = v128.add<T>(e, v128.mul<T>(two, p));
    f = v128.add<T>(f, v128.mul<T>(two, q));
    g = v128.add<T>(g, v128.mul<T>(two, s));
    h = v128.add<T>(h, v128.mul<T>(two, t));
    left += 64;
    right += 64;
  }
  v128.store(out, a);
  v128.store(out, b, 16);
  v128.store(out, c, 32);
  v128.store(out, d, 48);
  v128.store(out, e, 64);
  v128.store(out, f, 80);
  v128.store(out, g, 96);
  v128.store(out, h, 112);
}

/** target += source x weights, where `weights` is a small square matrix; lanes of the source in order. */
export function panelAdd<T>(rows: i32, source: usize, weights: usize, target: usize): void {
  for (let r = 0; r < rows; r++) {
    let a = v128.load(target),
      b = v128.load(target, 16),
      c = v128.load(target, 32),
      d = v128.load(target, 48);
    let weight = weights;
    for (const end = source + 64; source < end; source += sizeof<T>()) {
      const share = v128.load_splat<T>(source);
      a = v128.add<T>(a, v128.mul<T>(share, v128.load(weight)));
      b = v128.add<T>(b, v128.mul<T>(share, v128.load(weight, 16)));
      c = v128.add<T>(c, v128.mul<T>(share, v128.load(weight, 32)));
      d = v128.add<T>(d, v128.mul<T>(share, v128.load(weight, 48)));
      weight += 64;
    }
    v128.store(target, a);
    v128.store(target, b, 16);
    v128.store(target, c, 32);
    v128.store(target, d, 48);
    target += 64;
  }
}
