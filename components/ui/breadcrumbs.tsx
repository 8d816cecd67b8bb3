import { Link } from '#components/ui/link.tsx'

export type Crumb = { label: string; href: string }

/** The way back up. It does not repeat the page itself, which is the heading below. */
export function Breadcrumbs({ crumbs }: { crumbs: Crumb[] }) {
  return (
    <nav aria-label="You are here" className="text-sm">
      <ol className="flex flex-wrap items-center">
        {crumbs.map(({ label, href }) => (
          <li
            key={href}
            className="flex items-center not-last:after:px-2 not-last:after:text-ink-faint not-last:after:content-['/']"
          >
            <Link
              href={href}
              className="inline-flex min-h-8 items-center text-ink-soft underline-offset-4 hover:text-ink hover:underline max-sm:min-h-11"
            >
              {label}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}
