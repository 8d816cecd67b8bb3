const ROWS_AT_ONCE = 1_000

/** A person's own sheet: an outlet and a person in each row, every tenth at an outlet that was there before. */
export async function* benchRows(rows: number): AsyncGenerator<Uint8Array> {
  yield Buffer.from('Name,Website,Email,Role,Tags,Notes\n')
  for (let from = 0; from < rows; from += ROWS_AT_ONCE) {
    const lines: string[] = []
    for (let row = from; row < Math.min(rows, from + ROWS_AT_ONCE); row += 1) lines.push(lineOf(row))
    yield Buffer.from(`${lines.join('\n')}\n`)
  }
}

function lineOf(row: number): string {
  const outlet = row % 10 === 9 ? row - 5 : row
  const tags = [TAGS[row % TAGS.length], TAGS[(row * 7) % TAGS.length]].join(';')
  return `Person ${row},https://outlet-${outlet}.example/,person${row}@outlet-${outlet}.example,Editor,${tags},"Met at fair ${row % 40}, table ${row % 7}"`
}

const TAGS = ['travel', 'tea', 'packs', 'hills', 'mending', 'family', 'rail', 'sea']
