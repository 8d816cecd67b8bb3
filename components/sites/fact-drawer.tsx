import { CopyButton } from '#components/ui/copy-button.tsx'
import { Disclosure } from '#components/ui/disclosure.tsx'
import { Link } from '#components/ui/link.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { FACT_KIND_TABLE, FACT_KINDS, factToCopy } from '#lib/domain/requests/fact-kinds.ts'
import type { FactSeen } from '#lib/features/sites/fact-queries.ts'

type FactDrawerProps = {
  /** Where the sheet itself stands. */
  href: string
  siteName: string
  facts: readonly FactSeen[]
}

/** A Site's fact sheet beside what is being written: folded by kind, each line with a button that copies it. */
export function FactDrawer({ href, siteName, facts }: FactDrawerProps) {
  return (
    <Panel
      id="facts"
      title="Fact sheet"
      lead={<bdi>{siteName}</bdi>}
      actions={
        <Link href={href} className="ink-link tap inline-flex items-center text-sm">
          Open it
        </Link>
      }
    >
      {facts.length === 0 ? (
        <p className="text-ink-soft">
          Nothing stands on it yet. A short bio and one proof are a good beginning.
        </p>
      ) : (
        <div className="flex flex-col">
          {FACT_KINDS.map((kind) => {
            const some = facts.filter((fact) => fact.kind === kind)
            if (some.length === 0) return null
            return (
              <Disclosure key={kind} summary={`${FACT_KIND_TABLE[kind].many} (${some.length})`}>
                <ul className="flex flex-col gap-4">
                  {some.map((fact) => (
                    <li key={fact.id} className="flex flex-col gap-1">
                      <FactLine fact={fact} />
                      <div>
                        <CopyButton text={factToCopy(fact)} label="Copy" />
                      </div>
                    </li>
                  ))}
                </ul>
              </Disclosure>
            )
          })}
        </div>
      )}
    </Panel>
  )
}

/** One line of a fact sheet: what it is about, its words, whose they are and where they stand. */
export function FactLine({ fact }: { fact: FactSeen }) {
  const { text, source, sourceUrl } = fact
  return (
    <div className="wrap-anywhere">
      <p className="font-semibold">
        <bdi>{aboutFact(fact)}</bdi>
      </p>
      <p dir="auto" className="reading whitespace-pre-line">
        {text}
      </p>
      {source || sourceUrl ? (
        <p className="text-sm text-ink-soft">
          {source ? <bdi>{source}</bdi> : null}
          {source && sourceUrl ? ', ' : null}
          {sourceUrl ? (
            <a href={sourceUrl} className="ink-link" rel="noreferrer" target="_blank">
              {sourceUrl}
            </a>
          ) : null}
        </p>
      ) : null}
    </div>
  )
}

/** Who and what a line is about, and when it was said: "Mara Lindqvist, Founder". */
export function aboutFact({ person, title, saidOn }: FactSeen): string {
  return [person, title, saidOn?.toISOString().slice(0, 10)].filter(Boolean).join(', ')
}
