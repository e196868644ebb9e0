/**
 * CRC-32, the checksum of saved bytes: any flipped byte, and any burst of up to 32 bits, changes it.
 *
 * Reference: ISO 3309 (the polynomial of Ethernet, gzip and PNG), reflected, 0xEDB88320.
 * Departures: eight bytes a step ("slicing by eight"; Kounavis, M. E., Berry, F. L. (2008). Novel table lookup-based
 * algorithms for high-performance CRC generation. IEEE Transactions on Computers 57(11). doi:10.1109/TC.2008.85).
 */

const tables = buildTables();

/** The checksum of `bytes[from..to)`, going on from that of the bytes before (`crc`). */
export function crc32(bytes: Uint8Array, from: number, to: number, crc = 0): number {
  const [t0, t1, t2, t3, t4, t5, t6, t7] = tables;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let state = ~crc;
  let i = from;
  for (; i + 8 <= to; i += 8) {
    const low = state ^ view.getInt32(i, true);
    const high = view.getInt32(i + 4, true);
    state =
      t7[low & 255]! ^
      t6[(low >>> 8) & 255]! ^
      t5[(low >>> 16) & 255]! ^
      t4[low >>> 24]! ^
      t3[high & 255]! ^
      t2[(high >>> 8) & 255]! ^
      t1[(high >>> 16) & 255]! ^
      t0[high >>> 24]!;
  }
  for (; i < to; i += 1) state = t0[(state ^ bytes[i]!) & 255]! ^ (state >>> 8);
  return ~state >>> 0;
}

type Table = Int32Array;

function buildTables(): [Table, Table, Table, Table, Table, Table, Table, Table] {
  const first = Int32Array.from({ length: 256 }, (_, byte) => {
    let state = byte;
    for (let bit = 0; bit < 8; bit += 1) state = state & 1 ? (state >>> 1) ^ 0xedb88320 : state >>> 1;
    return state;
  });
  const next = (table: Table): Table => table.map((state) => first[state & 255]! ^ (state >>> 8));
  const second = next(first);
  const third = next(second);
  const fourth = next(third);
  const fifth = next(fourth);
  const sixth = next(fifth);
  const seventh = next(sixth);
  return [first, second, third, fourth, fifth, sixth, seventh, next(seventh)];
}
