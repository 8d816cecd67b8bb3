import { Badge } from '#components/ui/badge.tsx'
import { MENTION_PROVENANCE_TABLE, type MentionProvenance } from '#lib/domain/mention-provenance.ts'

/** What a rel token says to search engines and browsers, in plain words (FACTS.md, section 1: hints, not orders). */
const REL_MEANINGS: Readonly<Record<string, string>> = {
  nofollow: 'Asks search engines not to take the link as a recommendation. Google treats it as a hint.',
  sponsored: 'Says that the link came with a gift or a payment. Right for both.',
  ugc: 'Says that a reader wrote the link, as in a comment. Google treats it as a hint.',
  noopener: 'About browser tabs. It means nothing for how the link counts.',
  noreferrer:
    'Your statistics will not see where these readers came from. It means nothing for how the link counts.',
  external: 'Says that the link leads to another site. It changes nothing.',
  bookmark: 'Marks a permanent address. It changes nothing.',
  tag: 'Marks the link as a topic. It changes nothing.',
  me: 'Says that both pages belong to one person.',
}

/** The marks on a link, each with its meaning. */
export function RelWords({ rel }: { rel: string[] | null }) {
  if (rel === null) return <span className="text-ink-soft">Cannot tell</span>
  if (rel.length === 0) return <>Not marked at all: a plain link.</>
  return (
    <ul className="flex flex-col gap-2">
      {rel.map((token) => (
        <li key={token} className="flex flex-wrap items-baseline gap-x-2">
          <Badge>
            <bdi className="font-serif wrap-anywhere">{token}</bdi>
          </Badge>
          <span className="min-w-0 text-sm text-ink-soft">
            {REL_MEANINGS[token] ?? 'A word of their own. Search engines do not act on it.'}
          </span>
        </li>
      ))}
    </ul>
  )
}

/** What the link should carry, by how it came about, beside what it does carry. */
export function ExpectedRel({
  provenance,
  rel,
  followed,
}: {
  provenance: string
  rel: string[] | null
  followed: boolean | null
}) {
  const { label, explanation, expectedRel } = MENTION_PROVENANCE_TABLE[provenance as MentionProvenance]
  const isMarked = rel?.includes('sponsored') || rel?.includes('nofollow')
  return (
    <>
      <span className="font-medium">{label}.</span> {explanation}{' '}
      {expectedRel === 'sponsored-or-nofollow' && followed === true && !isMarked ? (
        <strong className="font-semibold text-careful">
          This link is plain and may be followed. Look whether the page says that it came with a gift or a
          payment: without that word and without the mark it is a risk for both of you.
        </strong>
      ) : null}
      {expectedRel === 'sponsored-or-nofollow' && isMarked ? (
        <span className="text-good">It is marked as it should be.</span>
      ) : null}
    </>
  )
}
