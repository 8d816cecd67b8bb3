import { OutletWarningList } from '#components/prospects/outlet-look-block.tsx'
import { ToneBadge } from '#components/ui/badge.tsx'
import { DefinitionList, type Fact } from '#components/ui/definition-list.tsx'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { WrittenText } from '#components/ui/quote.tsx'
import { countryName } from '#lib/domain/countries.ts'
import { languageName } from '#lib/domain/languages.ts'
import { readableAddress } from '#lib/domain/readable-address.ts'
import type { Desk } from '#lib/features/pitches/desk-queries.ts'

/** Who they are as far as anybody wrote it down, how they like to be written to, and what should make one careful. */
export function DeskPeople({ home, desk }: { home: string; desk: Desk }) {
  const { contact, prospect, look } = desk
  const warnings = look?.warnings ?? []
  return (
    <>
      <Panel
        title={<bdi className="wrap-anywhere">{contact.name}</bdi>}
        actions={
          <Link
            href={`${home}/contacts/${contact.id}`}
            className="ink-link tap inline-flex items-center text-sm"
          >
            Open the contact
          </Link>
        }
      >
        <div className="flex flex-col gap-4 wrap-anywhere">
          <DefinitionList facts={factsOf(desk)} />
          {contact.note ? <WrittenText>{contact.note}</WrittenText> : null}
          {prospect.note ? <WrittenText>{prospect.note}</WrittenText> : null}
        </div>
      </Panel>
      <Panel title="Their guidelines">
        <div className="flex flex-col gap-2 wrap-anywhere">
          <Guidelines home={home} prospect={prospect} />
        </div>
      </Panel>
      {warnings.length > 0 || desk.channel.origin?.noUnsolicited ? (
        <Panel title="Look twice">
          <div className="flex flex-col gap-4">
            {desk.channel.origin?.noUnsolicited ? (
              <p>
                <ToneBadge tone="careful">Their page asks for no unsolicited mail</ToneBadge>
              </p>
            ) : null}
            {warnings.length > 0 ? <OutletWarningList warnings={warnings} /> : null}
          </div>
        </Panel>
      ) : null}
    </>
  )
}

function factsOf({ contact, prospect, affiliation, channel, contactLinks }: Desk): Fact[] {
  const country = contact.country ?? prospect.country
  const { origin } = channel
  const facts: (Fact | null)[] = [
    known('What they do', affiliation?.role || contact.role),
    known('Why they would care', prospect.whyCare),
    known('Country', country ? countryName(country) : ''),
    known('They publish in', prospect.language ? languageName(prospect.language) : ''),
    { term: 'Their site', value: <Outside url={prospect.homepage} /> },
    contactLinks.length > 0
      ? {
          term: 'Their pages',
          value: (
            <ul>
              {contactLinks.map((link) => (
                <li key={link.url}>
                  <Outside url={link.url} label={link.label} />
                </li>
              ))}
            </ul>
          ),
        }
      : null,
    origin
      ? {
          term: 'Where the address is from',
          value: (
            <>
              {origin.words ? <q className="font-serif">{origin.words}</q> : null}{' '}
              {origin.page ? <Outside url={origin.page} /> : null}
            </>
          ),
        }
      : null,
  ]
  return facts.filter((fact) => fact !== null)
}

function known(term: string, words: string): Fact | null {
  return words ? { term, value: <bdi>{words}</bdi> } : null
}

function Guidelines({ home, prospect }: { home: string; prospect: Desk['prospect'] }) {
  const { guidelines, guidelinesUrl, guidelinesNote } = prospect
  const change = (
    <Link href={`${home}/prospects/${prospect.id}#guidelines`} className="ink-link">
      {guidelines ? 'Change this' : 'Note what you found'}
    </Link>
  )
  if (!guidelines) {
    return (
      <p className="text-ink-soft">
        Nobody has looked for them yet: a “how to pitch”, “write for us” or contact page. {change}
      </p>
    )
  }
  return (
    <>
      <p className="flex flex-wrap items-center gap-2">
        <ToneBadge tone="good">{guidelines === 'seen' ? 'Seen' : 'Looked for, none found'}</ToneBadge>
        {guidelinesUrl ? <Outside url={guidelinesUrl} /> : null}
      </p>
      {guidelinesNote ? <WrittenText>{guidelinesNote}</WrittenText> : null}
      <p className="text-sm">{change}</p>
    </>
  )
}

/** Only web addresses become links; what else a card carried is shown as it is. */
function Outside({ url, label }: { url: string; label?: string }) {
  const words = label || readableAddress(url)
  if (!/^https?:\/\//i.test(url)) return <bdi>{words}</bdi>
  return (
    <a href={url} target="_blank" rel="noreferrer" className="ink-link">
      {words}
      <span className="sr-only"> (opens in a new tab)</span>
    </a>
  )
}
