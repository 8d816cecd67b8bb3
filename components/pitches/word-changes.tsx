import type { DiffPiece } from '#lib/domain/pitch-desk/word-diff.ts'

type WordChangesProps = {
  pieces: readonly DiffPiece[]
  /** Both in one text, or only what the older or the newer one says. */
  show?: 'both' | 'older' | 'newer'
}

/** A text with the words that went struck through and those that came underlined: told apart without colour too. */
export function WordChanges({ pieces, show = 'both' }: WordChangesProps) {
  const hidden = { both: null, older: 'added', newer: 'removed' }[show]
  return (
    <div dir="auto" className="reading whitespace-pre-wrap wrap-anywhere">
      {pieces.map((piece, index) => {
        if (piece.kind === hidden) return null
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text have no name but their place
        return <Change key={index} piece={piece} />
      })}
    </div>
  )
}

function Change({ piece: { kind, text } }: { piece: DiffPiece }) {
  if (kind === 'same') return text
  if (kind === 'removed') {
    return <del className="bg-stop-wash text-stop decoration-2">{visible(text)}</del>
  }
  return <ins className="bg-good-wash text-good decoration-2 underline-offset-4">{visible(text)}</ins>
}

/** A line break alone would be a change that nobody sees. */
function visible(text: string): string {
  return /\S/.test(text) ? text : text.replaceAll('\n', '¶\n')
}
