import { Link } from '#components/ui/link.tsx'
import { writtenNumber } from '#components/ui/written.ts'

/** A number, as a link to what it counts where there is something and one may see it. */
export function Counted({ count, href }: { count: number; href?: string | null }) {
  const words = writtenNumber(count)
  if (!href || count === 0) return <span className="tabular-nums">{words}</span>
  return (
    <Link href={href} className="ink-link tabular-nums">
      {words}
    </Link>
  )
}
