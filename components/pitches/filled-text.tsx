import type { TextPiece } from '#lib/domain/pitch-desk/pitch-variables.ts'

/** A text in which one sees what was filled in, and what is still open. */
export function FilledText({ pieces }: { pieces: readonly TextPiece[] }) {
  return (
    <span dir="auto" className="whitespace-pre-line wrap-anywhere">
      {pieces.map((piece, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text have no name but their place
        <Piece key={index} piece={piece} />
      ))}
    </span>
  )
}

function Piece({ piece: { kind, text, variable } }: { piece: TextPiece }) {
  if (kind === 'words') return text
  if (kind === 'open') {
    return (
      <span className="rounded-sm bg-careful-wash px-0.5 font-medium text-careful underline decoration-dashed underline-offset-4">
        {text}
        <span className="sr-only"> (still open)</span>
      </span>
    )
  }
  return (
    <mark title={variable ?? undefined}>
      {text}
      <span className="sr-only"> ({variable})</span>
    </mark>
  )
}
