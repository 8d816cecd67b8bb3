import { isSameText, type KeptWords } from '#lib/domain/pitch-desk/kept-words.ts'
import type { DraftTexts } from './send-draft.ts'

/** The form that is typed in, and the browser around it; tests stand in for both. */
export type TypedWorld = {
  place: {
    keep(words: DraftTexts & { revision: number }): boolean
    forget(): void
    find(...standing: DraftTexts[]): Promise<KeptWords | null>
    takeUp(words: KeptWords): void
  }
  read: () => DraftTexts
  show: (texts: DraftTexts) => void
  /** Words of an earlier visit stand in the fields now, typed at that moment; null: they do not any more. */
  found: (at: number | null) => void
}

/** There is one text at a time: nothing here is told apart by a revision. */
const REVISION = 1

/**
 * Keeps what is typed into a form in the browser, at every key, until it stands on the server: a reload, a closed tab and a lost
 * connection take nothing. What an earlier visit left is put back into the fields.
 *
 * @param stands what the server has: the text the form was drawn with first, and whatever of it went out already
 */
export function keepTypedSafe(stands: readonly DraftTexts[], world: TypedWorld) {
  const standing = stands[0] ?? { subject: '', body: '' }
  let hasTyped = false
  let isKept = true
  let isClosed = false

  return {
    async open() {
      const words = await world.place.find(standing, ...stands.slice(1))
      // Whoever types already has gone on; the words stay kept for the next time.
      if (!words || isClosed || hasTyped || !isSameText(world.read(), standing)) return
      hasTyped = true
      world.place.takeUp(words)
      world.show({ subject: words.subject, body: words.body })
      world.found(words.at)
    },
    onTyping() {
      hasTyped = true
      const typed = world.read()
      if (isSameText(typed, standing)) {
        isKept = true
        world.place.forget()
      } else isKept = world.place.keep({ ...typed, revision: REVISION })
    },
    /** The words of the earlier visit are not wanted: what the server has stands in the fields again. */
    startOver() {
      world.place.forget()
      world.show(standing)
      isKept = true
      world.found(null)
    },
    /** Leaving now would lose something. */
    isUnsafe: () => !isKept && !isSameText(world.read(), standing),
    close() {
      isClosed = true
    },
  }
}
