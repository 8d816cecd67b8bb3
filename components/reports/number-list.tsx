import { Counted } from '#components/charts/counted.tsx'

type NumberListProps = {
  /** What the numbers are of, read aloud before them. */
  label: string
  numbers: readonly { label: string; count: number; href: string | null; note?: string }[]
}

/** Numbers side by side, each with what it counts, each a link to its rows. Nothing is added to anything. */
export function NumberList({ label, numbers }: NumberListProps) {
  return (
    <section aria-label={label}>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-3 lg:grid-cols-4">
        {numbers.map(({ label: name, count, href, note }) => (
          <div key={name} className="flex flex-col break-inside-avoid">
            <dt className="text-sm text-ink-soft">{name}</dt>
            <dd className="text-xl">
              <Counted count={count} href={href} />
              {note ? <span className="block text-sm text-ink-soft">{note}</span> : null}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
