import { DefinitionList, type Fact } from '#components/ui/definition-list.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { MarkedText, Quote } from '#components/ui/quote.tsx'
import { written } from '#components/ui/written.ts'
import { readableHost } from '#lib/domain/idn.ts'
import { MENTION_PROVENANCE_TABLE, type MentionProvenance } from '#lib/domain/mention-provenance.ts'
import type { MentionWithLooks } from '#lib/features/mentions/mention-queries.ts'
import { namesOf } from '#lib/features/mentions/mention-question.ts'
import type { SeenLook } from '#lib/features/mentions/mention-standing.ts'
import { LookRecord } from './look-record.tsx'
import { pageFacts } from './page-facts.tsx'
import { Words } from './page-words.tsx'
import { DisclosureWords, ExpectedRel, RelWords } from './rel-words.tsx'

type EvidenceProps = {
  look: SeenLook
  mention: MentionWithLooks
  /** Where the page as it came can be had, where it is kept and may be. */
  rawPageHref: string | null
  now: Date
  timeZone: string
  title?: string
  lead?: string
}

/** What one look rests on: the words around the link, how it is marked, and what the page tells search engines. */
export function EvidencePanel({
  look,
  mention,
  rawPageHref,
  now,
  timeZone,
  title = 'Evidence',
  lead = 'What this rests on, word for word.',
}: EvidenceProps) {
  const { facts } = look
  const words = look.kind === 'person' ? look.note : (facts.context ?? facts.mentionContext ?? '')
  const passage = facts.linked ? (facts.anchorText ?? '') : (facts.mentionedAs ?? '')
  return (
    <Panel title={title} lead={lead}>
      <div className="flex flex-col gap-6">
        {words ? (
          <Quote
            source={
              look.kind === 'person' ? (
                'In the words of the person who looked'
              ) : (
                <SourceLine url={facts.finalUrl ?? mention.url} />
              )
            }
          >
            <bdi className="wrap-anywhere">
              <MarkedText text={words} passage={asItStands(words, passage)} />
            </bdi>
          </Quote>
        ) : null}
        <DefinitionList
          facts={[
            ...(look.kind === 'person'
              ? []
              : [
                  ...linkFacts(look),
                  ...giftFacts(look, mention.provenance),
                  ...pageFacts(look),
                  { term: 'Looked for', value: <LookedFor site={mention.site} /> },
                ]),
            { term: 'Looked', value: exactly(look.at, timeZone) },
          ]}
        />
        <LookRecord look={look} rawPageHref={rawPageHref} now={now} timeZone={timeZone} />
      </div>
    </Panel>
  )
}

function linkFacts({ facts }: SeenLook): Fact[] {
  if (facts.linked !== true) return []
  const via = facts.viaRedirect === true
  return [
    {
      term: 'Link text',
      value: facts.anchorText ? <Words>{facts.anchorText}</Words> : 'None: a picture without words',
    },
    {
      term: 'Leads to',
      value: (
        <>
          <Words>{facts.resolvedUrl ?? facts.matchedHref}</Words>
          {via ? (
            <>
              {' '}
              and from there on to <Words>{facts.redirectTo}</Words>
            </>
          ) : null}
          {facts.linkCount !== null && facts.linkCount > 1 ? (
            <span className="block text-sm text-ink-soft">
              The best of {facts.linkCount} links to you on this page.
            </span>
          ) : null}
          {facts.targetStatus !== null && facts.targetStatus >= 400 ? (
            <span className="block text-sm text-careful">
              That page of yours answers {facts.targetStatus}.
            </span>
          ) : null}
        </>
      ),
    },
    { term: 'How it is marked', value: <RelWords rel={facts.rel} /> },
    ...(facts.hidden === true
      ? [{ term: 'Seen by readers', value: 'No: the page is delivered with the link hidden.' }]
      : []),
  ]
}

/** How it came about decides what the link should carry, and whether readers should be told. */
function giftFacts({ facts }: SeenLook, provenance: string): Fact[] {
  const { expectedRel } = MENTION_PROVENANCE_TABLE[provenance as MentionProvenance]
  const isGift = expectedRel === 'sponsored-or-nofollow' && facts.reachable
  const disclosures = facts.disclosures ?? null
  return [
    ...(facts.linked === true || isGift
      ? [{ term: 'How it came about', value: <ExpectedRel provenance={provenance} facts={facts} /> }]
      : []),
    ...(isGift || disclosures?.length
      ? [{ term: 'Words to readers', value: <DisclosureWords disclosures={disclosures} /> }]
      : []),
  ]
}

function SourceLine({ url }: { url: string }) {
  return (
    <>
      As it stands on <Words>{url}</Words>
    </>
  )
}

function LookedFor({ site }: { site: MentionWithLooks['site'] }) {
  const names = namesOf(site)
  return (
    <>
      Links to <Words>{site.domains.map(readableHost).join(', ')}</Words>
      {names.length > 0 ? (
        <>
          {' '}
          and the {names.length === 1 ? 'name' : 'names'} <Words>{names.join(', ')}</Words>
        </>
      ) : null}
      .
    </>
  )
}

/** A name is found whatever its case; marked is what stands there. */
function asItStands(words: string, passage: string): string {
  const start = words.toLowerCase().indexOf(passage.toLowerCase())
  return passage === '' || start < 0 ? '' : words.slice(start, start + passage.length)
}

function exactly(at: Date, timeZone: string): string {
  return written(at, 'moment', timeZone)
}
