import { Disclosure } from '#components/ui/disclosure.tsx'
import { Panel } from '#components/ui/panel.tsx'
import { NOT_LEGAL_ADVICE } from '#lib/domain/law-notes.ts'
import { giftAdvice } from '#lib/domain/samples/gift-notes.ts'

export type Receiver = { name: string; country: string | null }

/** How a gift is told to readers where they write from: for each country among those it may go to. */
export function GiftNotesPanel({ receivers }: { receivers: readonly Receiver[] }) {
  const byCountry = Map.groupBy(receivers, ({ country }) => country || null)
  return (
    <Panel title="How readers are told of a gift" lead={NOT_LEGAL_ADVICE} id="told">
      <ul className="flex flex-col gap-6">
        {[...byCountry].map(([country, people]) => (
          <li key={country ?? ''}>
            <CountryNotes
              country={country}
              names={byCountry.size > 1 ? people.map(({ name }) => name) : []}
            />
          </li>
        ))}
      </ul>
    </Panel>
  )
}

function CountryNotes({ country, names }: { country: string | null; names: string[] }) {
  const { where, line, wording, notes } = giftAdvice(country)
  return (
    <div className="flex flex-col gap-2">
      {names.length > 0 ? (
        <h3 className="text-sm font-semibold text-ink-soft">
          For <bdi>{names.join(', ')}</bdi>
        </h3>
      ) : null}
      <p className="max-w-measure">{line}</p>
      <p className="max-w-measure text-sm text-ink-soft">
        They might write: <span className="font-serif text-ink">“{wording}”</span>
      </p>
      <Disclosure summary={`The notes: ${where}`}>
        <ul className="flex flex-col gap-4">
          {notes.map(({ law, words, source }) => (
            <li key={words} className="max-w-measure">
              <p className="font-semibold">{law}</p>
              <p>{words}</p>
              <p className="text-sm text-ink-soft">
                Source:{' '}
                {source.url === null ? (
                  source.label
                ) : (
                  <a href={source.url} rel="noreferrer" className="ink-link wrap-anywhere">
                    {source.label}
                  </a>
                )}
                . Noted in November 2026.
              </p>
            </li>
          ))}
        </ul>
      </Disclosure>
    </div>
  )
}
