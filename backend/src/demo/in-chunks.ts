/** Deals a long list out in chunks that one INSERT can carry (PostgreSQL takes 65,535 parameters). */
export async function inChunks<Row>(rows: Row[], write: (chunk: Row[]) => Promise<unknown>): Promise<void> {
  for (let start = 0; start < rows.length; start += 500) await write(rows.slice(start, start + 500))
}
