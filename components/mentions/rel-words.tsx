import { Badge } from '#components/ui/badge.tsx'
import { classNames } from '#components/ui/class-names.ts'
import { Icon } from '#components/ui/icon.tsx'
import { MarkedText } from '#components/ui/quote.tsx'
import { type Tone, toneIcons, toneText } from '#components/ui/tone.tsx'
import type { Disclosure } from '#lib/domain/link-check/disclosure.ts'
import { relRisk } from '#lib/domain/link-check/rel-risk.ts'
import { MENTION_PROVENANCE_TABLE, type MentionProvenance } from '#lib/domain/mention-provenance.ts'
import type { LookFacts } from '#lib/features/mentions/stored-look.ts'

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

/** What the link should carry, by how it came about, beside what it does carry and what readers are told. */
export function ExpectedRel({ provenance, facts }: { provenance: string; facts: LookFacts }) {
  const { label, explanation } = MENTION_PROVENANCE_TABLE[provenance as MentionProvenance]
  const risk = relRisk(provenance as MentionProvenance, facts, facts.disclosures ?? null)
  const tone = LEVEL_TONES[risk.level]
  const icon = toneIcons[tone]
  return (
    <div className="flex flex-col gap-2">
      <p>
        <span className="font-medium">{label}.</span> {explanation}
      </p>
      <p className={classNames('flex items-start gap-2', tone === 'careful' && 'font-semibold text-careful')}>
        <Icon of={icon} className={classNames('mt-1 size-4 shrink-0', toneText[tone])} />
        <span className="min-w-0">
          {risk.level === 'risk' ? 'A risk for you: ' : null}
          {risk.sentence}
        </span>
      </p>
      {risk.inYourHands ? <p>{risk.inYourHands}</p> : null}
    </div>
  )
}

const LEVEL_TONES = { fine: 'neutral', look: 'careful', risk: 'careful' } as const satisfies Record<
  string,
  Tone
>

const DISCLOSURE_WORDS: Readonly<Record<Disclosure['kind'], string>> = {
  gift: 'a gift',
  ad: 'an advertisement',
  affiliate: 'a commission',
  paid: 'a payment',
}

/** Words by which the page tells its readers that something was behind it. */
export function DisclosureWords({ disclosures }: { disclosures: Disclosure[] | null }) {
  if (disclosures === null) return <span className="text-ink-soft">Cannot tell: the text was not read.</span>
  if (disclosures.length === 0) return <>None that Rapport knows. They may say it in words of their own.</>
  return (
    <ul className="flex flex-col gap-2">
      {disclosures.map(({ kind, quote, words }) => (
        <li key={`${kind} ${quote}`}>
          <span className="text-sm text-ink-soft">Tells of {DISCLOSURE_WORDS[kind]}: </span>
          <bdi className="font-serif wrap-anywhere">
            “<MarkedText text={quote} passage={words} />”
          </bdi>
        </li>
      ))}
    </ul>
  )
}
