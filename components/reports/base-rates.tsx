import type { BaseRate } from '#lib/domain/base-rates.ts'

/** What others found, with who says so. */
export function BaseRates({ rates }: { rates: readonly BaseRate[] }) {
  return (
    <ul className="flex max-w-measure flex-col gap-1 text-sm text-ink-soft">
      {rates.map(({ words, source, url }) => (
        <li key={url}>
          Elsewhere: {words}{' '}
          <a href={url} rel="noreferrer" className="ink-link">
            {source}
          </a>
        </li>
      ))}
    </ul>
  )
}
