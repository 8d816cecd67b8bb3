import { Badge } from '#components/ui/badge.tsx'
import { Link } from '#components/ui/link.tsx'
import { writtenDay, writtenNumber } from '#components/ui/written.ts'
import type { CustomFieldKind, CustomValues } from '#lib/domain/custom-fields.ts'
import { readableAddress } from '#lib/domain/readable-address.ts'
import type { WorkspaceField } from '#lib/features/prospects/custom-field-queries.ts'
import { EmptyBlock, PageBlock } from './page-block.tsx'

type AtAGlanceProps = {
  /** "/w/fernway". */
  home: string
  tags: readonly string[]
  fields: readonly WorkspaceField[]
  /** As the row keeps them. */
  custom: unknown
  /** Where both are changed; left out for who may not. */
  editHref?: string
}

/** Tags and a workspace's own fields of a prospect. Fields without a value take no room. */
export function AtAGlance({ home, tags, fields, custom, editHref }: AtAGlanceProps) {
  const filled = filledFields(fields, custom)
  const change = editHref ? (
    <Link href={editHref} className="ink-link text-sm">
      Change<span className="sr-only"> tags and own fields</span>
    </Link>
  ) : null
  if (tags.length === 0 && filled.length === 0) {
    return (
      <EmptyBlock title="At a glance" action={change}>
        No tags yet{fields.length > 0 ? ', and none of your own fields is filled in' : ''}.
      </EmptyBlock>
    )
  }
  return (
    <PageBlock title="At a glance" actions={change}>
      <TagList tags={tags} home={home} />
      <OwnFields filled={filled} />
    </PageBlock>
  )
}

/** Tags as links to everything that carries them. */
export function TagList({ tags, home }: { tags: readonly string[]; home: string }) {
  if (tags.length === 0) return null
  return (
    <ul aria-label="Tags" className="flex flex-wrap gap-1.5 py-1">
      {tags.map((tag) => (
        <li key={tag} className="max-w-full">
          <Link
            href={`${home}/prospects?tag=${encodeURIComponent(tag)}`}
            className="block max-w-full rounded-sm"
          >
            <Badge>
              <bdi className="truncate hover:text-ink">{tag}</bdi>
            </Badge>
          </Link>
        </li>
      ))}
    </ul>
  )
}

/** Own fields that have a value, in the workspace's order. */
export function filledFields(fields: readonly WorkspaceField[], custom: unknown) {
  const values = (custom ?? {}) as CustomValues
  return fields.flatMap(({ key, label, kind }) => {
    const value = values[key]
    return value === undefined || value === '' ? [] : [{ key, label, kind, value }]
  })
}

export function OwnFields({ filled }: { filled: ReturnType<typeof filledFields> }) {
  if (filled.length === 0) return null
  return (
    <dl className="mt-1 grid grid-cols-[minmax(6rem,auto)_minmax(0,1fr)] gap-x-4 gap-y-1 text-sm">
      {filled.map(({ key, label, kind, value }) => (
        <div key={key} className="contents">
          <dt className="text-ink-soft wrap-anywhere">
            <bdi>{label}</bdi>
          </dt>
          <dd className="min-w-0 wrap-anywhere">
            <OwnValue kind={kind} value={value} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

export function OwnValue({ kind, value }: { kind: CustomFieldKind; value: string | number }) {
  if (kind === 'number' && typeof value === 'number') return writtenNumber(value)
  if (kind === 'date' && !Number.isNaN(Date.parse(String(value)))) {
    return <time dateTime={String(value)}>{writtenDay(new Date(value))}</time>
  }
  if (kind === 'link' && /^https?:/.test(String(value))) {
    return (
      <a href={String(value)} rel="noreferrer" className="ink-link">
        {readableAddress(String(value))}
      </a>
    )
  }
  return <bdi>{value}</bdi>
}
