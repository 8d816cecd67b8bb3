import { type OwnCondition, sizesThatFit } from '#lib/domain/own-conditions.ts'
import { Prisma } from '#lib/generated/prisma/client.ts'

type Here = { workspaceId: string }

/**
 * Whether the row `p` holds what is asked of the workspace's own fields.
 *
 * @param emptyBy "facets" tells an empty field from what the order's index carries, so that the row itself need not be read
 */
export function ownSql(
  { workspaceId }: Here,
  own: readonly OwnCondition[],
  emptyBy: 'facets' | 'row' = 'row',
): Prisma.Sql[] {
  return own.map((condition) => {
    const { key, op, value } = condition
    if (op === 'is' && emptyBy === 'facets') {
      const filled = Prisma.sql`p."facets" @> ARRAY[${filledFacetSql(workspaceId, key)}]`
      return value === 'filled' ? filled : Prisma.sql`NOT ${filled}`
    }
    if (op === 'is') {
      const said = Prisma.sql`coalesce(p."custom" ->> ${key}, '')`
      return value === 'filled' ? Prisma.sql`${said} <> ''` : Prisma.sql`${said} = ''`
    }
    if (op === 'contains') {
      return Prisma.sql`strpos(rapport_fold(left(p."custom" ->> ${key}, 2000)), rapport_fold(${value})) > 0`
    }
    const sizes = sizesThatFit(condition)
    const type = op === 'min' || op === 'max' ? 'number' : 'string'
    return Prisma.sql`(jsonb_typeof(p."custom" -> ${key}) = ${type}
      AND rapport_size(p."custom" -> ${key}) BETWEEN ${String(sizes?.from)}::text::float8 AND ${String(sizes?.to)}::text::float8)`
  })
}

/** The hash under which the fields stand that are filled in wherever these conditions are fulfilled. */
export function filledFacetsSql({ workspaceId }: Here, own: readonly OwnCondition[]): Prisma.Sql[] {
  const keys = new Set(own.filter(({ value, op }) => op !== 'is' || value === 'filled').map(({ key }) => key))
  return [...keys].map((key) => filledFacetSql(workspaceId, key))
}

/** Those that can fit, where they are few: at most so many ids, or null. */
export function fewByValuesSql(
  { workspaceId }: Here,
  own: readonly OwnCondition[],
  { facets, most }: { facets: Prisma.Sql | null; most: number },
): Prisma.Sql {
  const asked = lookedUp(own)
  const fields = asked.map(({ key }) => filledFacetSql(workspaceId, key))
  const words = asked.map(({ words }) => (words === null ? Prisma.sql`NULL` : Prisma.sql`${words}`))
  return Prisma.sql`rapport_few_by_values(${workspaceId}, ${facets ?? Prisma.sql`'{}'::int[]`},
    ${fields.length > 0 ? Prisma.sql`ARRAY[${Prisma.join(fields)}]` : Prisma.sql`'{}'`}::int[],
    ${asked.map(({ from }) => String(from))}::text[]::float8[], ${asked.map(({ to }) => String(to))}::text[]::float8[],
    ${words.length > 0 ? Prisma.sql`ARRAY[${Prisma.join(words)}]` : Prisma.sql`'{}'`}::text[], ${most}::int)`
}

/** What values are looked up by: two bounds of one field are one stretch. */
function lookedUp(own: readonly OwnCondition[]) {
  const stretches = new Map<string, { key: string; from: number; to: number; words: null }>()
  const words: { key: string; from: number; to: number; words: string }[] = []
  for (const condition of own) {
    const { key, op, value } = condition
    if (op === 'contains') words.push({ key, from: 0, to: 0, words: value })
    const sizes = sizesThatFit(condition)
    if (!sizes) continue
    const known = stretches.get(key) ?? { key, from: -Infinity, to: Infinity, words: null }
    stretches.set(key, {
      ...known,
      from: Math.max(known.from, sizes.from),
      to: Math.min(known.to, sizes.to),
    })
  }
  return [...stretches.values(), ...words]
}

function filledFacetSql(workspaceId: string, key: string): Prisma.Sql {
  return Prisma.sql`rapport_facet(${workspaceId}, 'filled', ${key})`
}
