/**
 * What a change writes: all of it where a whole form was sent, else only the columns of the fields that were named. The
 * others were read a moment ago, and somebody may have written them since.
 *
 * @param columns of fields that are kept in other columns than their own, or in several; [] for one kept otherwise
 */
export function onlyNamed<Data extends object>(
  data: Data,
  named: ReadonlySet<string> | undefined,
  columns: Readonly<Record<string, readonly (keyof Data & string)[]>> = {},
): Partial<Data> {
  if (!named) return data
  const kept = new Set<string>([...named].flatMap((field): readonly string[] => columns[field] ?? [field]))
  return Object.fromEntries(Object.entries(data).filter(([column]) => kept.has(column))) as Partial<Data>
}
