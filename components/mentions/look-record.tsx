import { Download } from 'lucide'
import { buttonClass } from '#components/ui/button.tsx'
import { DefinitionList, type Fact } from '#components/ui/definition-list.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Icon } from '#components/ui/icon.tsx'
import { RelativeTime } from '#components/ui/relative-time.tsx'
import type { SeenLook } from '#lib/features/mentions/mention-standing.ts'
import { Words } from './page-words.tsx'

/** Enough to compare two by eye. */
const HASH_SHOWN_CHARACTERS = 12

type LookRecordProps = { look: SeenLook; rawPageHref: string | null; now: Date; timeZone: string }

/** What an expert, or somebody who doubts it, asks for: the link's code, the way there, headers, and the look's seal. */
export function LookRecord({ look, rawPageHref, now, timeZone }: LookRecordProps) {
  return (
    <Disclosure summary="The record of this look">
      <div className="flex flex-col gap-6">
        {look.linkHtml ? (
          <div>
            <h3 className="text-sm text-ink-soft">The link as it stands in the page’s code</h3>
            <code
              dir="ltr"
              className="mt-1 block rounded-md border border-line bg-desk p-3 text-sm whitespace-pre-wrap wrap-anywhere"
            >
              {look.linkHtml}
            </code>
          </div>
        ) : null}
        <DefinitionList facts={recordFacts(look)} />
        {rawPageHref && look.rawPage ? (
          <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
            <a href={rawPageHref} download className={buttonClass()}>
              <Icon of={Download} />
              The page as it came
            </a>
            <span className="text-sm text-ink-soft">
              Kept until <RelativeTime then={look.rawPage.keptUntil} now={now} timeZone={timeZone} />
            </span>
          </p>
        ) : null}
      </div>
    </Disclosure>
  )
}

function recordFacts(look: SeenLook): Fact[] {
  const hops = asHops(look.hops)
  const headers = asHeaders(look.headers)
  return [
    { term: 'Number', value: `Look ${look.number} at this mention` },
    ...(look.isUnchanged
      ? [
          {
            term: 'Not modified',
            value:
              'Their server said that nothing changed since the last whole look, so that one is repeated.',
          },
        ]
      : []),
    ...(hops.length > 1 ? [{ term: 'Way', value: <Hops hops={hops} /> }] : []),
    ...(headers.length > 0 ? [{ term: 'Headers', value: <Headers headers={headers} /> }] : []),
    ...(look.textHash
      ? [
          {
            term: 'Print of the text',
            value: <Hash of={look.textHash} means="changes with any word of the page" />,
          },
        ]
      : []),
    look.hash
      ? {
          term: 'Seal',
          value: (
            <Hash
              of={look.hash}
              means="covers this look and the one before it, so that neither can be changed unseen"
            />
          ),
        }
      : { term: 'Seal', value: 'None: this look is from before looks were sealed.' },
    ...(look.blanked.length > 0
      ? [{ term: 'Blanked', value: `Emptied by an erasure: ${look.blanked.join(', ')}` }]
      : []),
    ...(look.facts.shortened?.length
      ? [{ term: 'Shortened', value: `Too long to keep whole: ${look.facts.shortened.join(', ')}` }]
      : []),
  ]
}

function Hash({ of, means }: { of: string; means: string }) {
  return (
    <>
      <code className="text-sm" title={of}>
        {of.slice(0, HASH_SHOWN_CHARACTERS)}
      </code>{' '}
      <span className="text-sm text-ink-soft">{means}</span>
    </>
  )
}

type Hop = { url: string; status: number | null; of: string }

function Hops({ hops }: { hops: Hop[] }) {
  return (
    <ol className="flex flex-col gap-1">
      {hops.map(({ url, status, of }) => (
        <li key={`${of} ${url}`}>
          <Words>{url}</Words>{' '}
          <span className="text-sm text-ink-soft">
            {of === 'link' ? 'on the way of the link, ' : null}
            {status === null ? 'no answer' : `answers ${status}`}
          </span>
        </li>
      ))}
    </ol>
  )
}

function Headers({ headers }: { headers: [string, string][] }) {
  return (
    <ul className="flex flex-col gap-1 text-sm">
      {headers.map(([name, value]) => (
        <li key={name} className="wrap-anywhere">
          <code>
            {name}: {value}
          </code>
        </li>
      ))}
    </ul>
  )
}

/** Stored by some version of ours; what is not as expected is left out. */
function asHops(stored: unknown): Hop[] {
  if (!Array.isArray(stored)) return []
  return stored.flatMap((hop: Partial<Hop> | null) =>
    typeof hop?.url === 'string' ? [{ url: hop.url, status: hop.status ?? null, of: hop.of ?? 'page' }] : [],
  )
}

function asHeaders(stored: unknown): [string, string][] {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return []
  return Object.entries(stored).flatMap(([name, value]): [string, string][] =>
    typeof value === 'string' ? [[name, value]] : [],
  )
}
