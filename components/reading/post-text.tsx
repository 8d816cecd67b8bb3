import { type MarkedPiece, markedPieces, postBlocks } from '#lib/domain/text/post-blocks.ts'
import type { TextRange } from '#lib/domain/text/quote-search.ts'
import { PLACES } from './passage-places.ts'

type PostTextProps = {
  text: string
  /** Where the quote stands, in parts; and the sentence that speaks of the gap. */
  passages: { quote: TextRange[]; gap: TextRange[] }
}

/** Somebody's post, set to be read, with our marks in it. Text only: nothing of the page's own code is left. */
export function PostText({ text, passages }: PostTextProps) {
  const marks = [
    ...passages.quote.map((range) => ({ name: 'quote', ...range })),
    ...passages.gap.map((range) => ({ name: 'gap', ...range })),
  ]
  const blocks = postBlocks(text).map((block) => ({ ...block, pieces: markedPieces(text, block, marks) }))
  const pieces = blocks.flatMap((block) => block.pieces)
  const firstQuote = pieces.find((piece) => piece.marks.includes('quote'))
  const firstGap = pieces.find((piece) => piece.marks.includes('gap'))
  return blocks.map((block) => {
    const Tag = block.kind === 'heading' ? 'h3' : 'p'
    return (
      <Tag key={block.start} className={looks[block.kind]} dir="auto">
        {block.pieces.map((piece, index) => (
          <Piece
            // biome-ignore lint/suspicious/noArrayIndexKey: pieces of a text have no name but their place
            key={index}
            piece={piece}
            places={[
              ...(piece === firstQuote ? [PLACES.quote] : []),
              ...(piece === firstGap ? [PLACES.gap] : []),
            ]}
          />
        ))}
      </Tag>
    )
  })
}

function Piece({ piece: { text, marks }, places }: { piece: MarkedPiece; places: string[] }) {
  const content = marks.includes('gap') ? <span className={gapMark}>{text}</span> : text
  return (
    <>
      {places.map((place) => (
        <span key={place} id={place} className="scroll-mt-24" />
      ))}
      {marks.includes('quote') ? <mark>{content}</mark> : content}
    </>
  )
}

/** Underlined by the careful pencil, where the quote has the marker's yellow: the two are told apart without colour too. */
export const gapMark =
  'underline decoration-careful decoration-wavy decoration-2 underline-offset-4 box-decoration-clone'

const looks = {
  heading: 'mt-8! text-lg font-semibold first:mt-0!',
  paragraph: '',
  line: 'mt-2! border-l-2 border-line pl-4',
}
