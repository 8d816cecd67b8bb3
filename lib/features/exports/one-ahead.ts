/** The same pieces, the next one being fetched while the one before is written down: never more than one ahead. */
export async function* oneAhead<Piece>(pieces: AsyncGenerator<Piece>): AsyncGenerator<Piece> {
  try {
    let next = pieces.next()
    for (;;) {
      const { value, done } = await next
      if (done) return
      next = pieces.next()
      // Its failure is heard when it is awaited; if nobody asks for it any more, it is nobody's.
      next.catch(() => {})
      yield value
    }
  } finally {
    await pieces.return(undefined)
  }
}
