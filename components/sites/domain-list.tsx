import { readableHost } from '#lib/domain/idn.ts'

/** Domains in their own letters, each a link to the site itself. */
export function DomainList({ domains }: { domains: readonly string[] }) {
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1">
      {domains.map((domain) => (
        <li key={domain} className="min-w-0">
          <a href={`https://${domain}`} className="ink-link wrap-anywhere" rel="noreferrer" title={domain}>
            {readableHost(domain)}
          </a>
        </li>
      ))}
    </ul>
  )
}
